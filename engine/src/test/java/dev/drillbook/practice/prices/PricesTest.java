package dev.drillbook.practice.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.practice.Stores;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

@ExtendWith(Stores.class)
@ResourceLock("a seeded shop") // seeding fills both cores: one at a time
class PricesTest {
    @Test
    void the_history_grows_no_longer_than_it_may_however_long_the_shop_is_open(Stores.Own stores) throws Exception {
        Prices prices = new Prices(stores.database(), 120);
        prices.createSchema();
        for (int i = 0; i < 60; i++) prices.change(new SplittableRandom(i));
        assertThat(prices.commitsAfter(0).lines())
                .hasSize(120)
                .first()
                .asString()
                .startsWith("41 ");
    }
}
