package dev.drillbook.practice.shop;

import dev.drillbook.practice.part.Log;

/**
 * What a server does before it says that it is ready. The first pages of a fresh JVM take a hundred times as long as
 * later ones, and no customer is made to wait for them.
 */
record WarmUp(Catalogue catalogue, PageBuilder pages, Connections connections, Log log) {
    private static final int ROUNDS = 8;
    // Four categories further on, the sixteen products are others: together they are all.
    private static final int STRIDE = 4;

    /** Never fails: a server may start without a cache, and slowly. */
    void run() {
        try {
            connections.database().fill();
            connections.cache().fill();
            for (var category : catalogue.categories().entrySet())
                if (category.getKey() % STRIDE == 0)
                    pages.withoutCache(category.getKey(), category.getValue(), connections);
            for (int round = 0; round < ROUNDS; round++)
                for (var category : catalogue.categories().entrySet())
                    pages.build(category.getKey(), category.getValue(), connections)
                            .html();
        } catch (Exception why) {
            log.warn("not warmed up: " + why.getMessage());
        }
    }
}
