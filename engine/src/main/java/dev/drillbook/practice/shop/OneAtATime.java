package dev.drillbook.practice.shop;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * Lets only one page read a product that is missing in the cache: the others wait for what it reads. When a price
 * changes, many pages miss the same product in the same moment.
 */
final class OneAtATime {
    interface Read {
        Product read() throws PageBuilder.Unavailable;
    }

    private final Map<Integer, CompletableFuture<Product>> underWay = new ConcurrentHashMap<>();

    /** The product, by {@code read} or by a read of it that is under way; it fails as that one fails. */
    Product product(int id, Read read) throws PageBuilder.Unavailable {
        var mine = new CompletableFuture<Product>();
        CompletableFuture<Product> theirs = underWay.putIfAbsent(id, mine);
        if (theirs != null) return result(theirs);
        try {
            mine.complete(read.read());
        } catch (PageBuilder.Unavailable | RuntimeException failed) {
            mine.completeExceptionally(failed);
        } finally {
            underWay.remove(id);
        }
        return result(mine);
    }

    private static Product result(CompletableFuture<Product> read) throws PageBuilder.Unavailable {
        try {
            return read.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof PageBuilder.Unavailable why) throw why;
            throw (RuntimeException) failed.getCause();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new PageBuilder.Unavailable("the server is closing");
        }
    }
}
