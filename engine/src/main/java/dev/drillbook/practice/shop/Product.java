package dev.drillbook.practice.shop;

import java.util.Optional;

/**
 * A product as a page shows it.
 *
 * @param rating average stars, with one decimal
 * @param alsoBought numbers of the products most often bought together with it, separated by spaces
 */
record Product(int id, int cents, String rating, String alsoBought, String name) {
    /** As it lies in the cache: {@code 1299;4.3;17 5 80;Blue teapot}. */
    String cached() {
        return String.join(";", Integer.toString(cents), rating, alsoBought, name);
    }

    /** Empty when the text is not what {@link #cached} writes: someone else wrote there, or another version did. */
    static Optional<Product> fromCached(int id, String text) {
        String[] fields = text.split(";", 4);
        if (fields.length < 4) return Optional.empty();
        try {
            return Optional.of(new Product(id, Integer.parseInt(fields[0]), fields[1], fields[2], fields[3]));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
