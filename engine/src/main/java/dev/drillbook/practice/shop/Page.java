package dev.drillbook.practice.shop;

import java.util.List;
import java.util.Locale;

/**
 * A category's page.
 *
 * @param from where its products came from, as the access log says it: {@code cache}, {@code cache,3-missed}, {@code
 *     database}
 */
record Page(int category, List<Product> products, String from) {
    String html() {
        var html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">");
        html.append("<title>Category ").append(category).append("</title></head>\n<body>\n<h1>Category ");
        html.append(category).append("</h1>\n<ul>\n");
        products.forEach(product -> append(html, product));
        return html.append("</ul>\n</body>\n</html>\n").toString();
    }

    private static void append(StringBuilder html, Product product) {
        html.append("<li class=\"product\" data-id=\"").append(product.id());
        html.append("\" data-cents=\"").append(product.cents()).append("\"><b>").append(escaped(product.name()));
        html.append("</b> ").append(product.cents() / 100).append('.');
        html.append(String.format(Locale.ROOT, "%02d", product.cents() % 100)).append(" € · ★ ");
        html.append(escaped(product.rating())).append(" · often bought with ");
        html.append(escaped(product.alsoBought())).append("</li>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
