package dev.drillbook.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://shop:hunter2@db/shop | postgresql://shop:***@db/shop",
                "jdbc:postgresql://db/shop?user=shop&password=hunter2&ssl=true"
                        + " | jdbc:postgresql://db/shop?user=shop&password=***&ssl=true",
                "jdbc:mysql://db/shop?trustStorePassword=hunter2 | jdbc:mysql://db/shop?trustStorePassword=***",
                "jdbc:sqlserver://db;user=shop;Password=hunter2 | jdbc:sqlserver://db;user=shop;Password=***",
                "cache:6379,password=hunter2,ssl=true | cache:6379,password=***",
                "host=db password=hunter2 user=shop | host=db password=*** user=shop",
                "Pwd=hunter2 | Pwd=***",
                "postgresql://shop:${DB}7@db/shop | postgresql://shop:***@db/shop",
                "redis://:7$1@a redis://u:7$1@b | redis://:***@a redis://u:***@b",
            })
    void is_found_wherever_a_driver_takes_it_and_hidden_there_alone(String text, String shown) {
        assertThat(Password.isIn(text)).isTrue();
        assertThat(Password.hidden(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://nowhere/shop",
                "postgresql://shop@db:5432/shop",
                "http://registry:4873/@shop/prices",
                "http://shop:8080?mail=ann@shop.example",
                "ann@shop.example",
                "shop-v2:",
                "jdbc:postgresql://db/shop?password=&user=shop",
                "postgresql://shop:${DB_PASSWORD}@db/shop",
                "jdbc:postgresql://db/shop?password=${DB_PASSWORD}&user=shop",
                "cwd=/srv/shop",
                "password"
            })
    void is_in_no_other_text(String text) {
        assertThat(Password.isIn(text)).isFalse();
        assertThat(Password.hidden(text)).isEqualTo(text);
    }

    @Test
    void is_not_in_nothing() {
        assertThat(Password.isIn(null)).isFalse();
    }
}
