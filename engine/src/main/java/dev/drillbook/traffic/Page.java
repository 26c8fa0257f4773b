package dev.drillbook.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the prices from a page: {@code <li class="product" data-id="42" data-cents="1299">}. */
final class Page {
    private static final Pattern PRODUCT =
            Pattern.compile("<li class=\"product\" data-id=\"(\\d{1,9})\" data-cents=\"(\\d{1,9})\"");

    /** A product's price as a page shows it. */
    record Price(int product, int cents) {}

    private Page() {}

    static List<Price> prices(String html) {
        List<Price> prices = new ArrayList<>();
        Matcher product = PRODUCT.matcher(html);
        while (product.find())
            prices.add(new Price(Integer.parseInt(product.group(1)), Integer.parseInt(product.group(2))));
        return prices;
    }
}
