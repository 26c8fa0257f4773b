package dev.drillbook.environment;

import java.net.URI;
import java.util.List;

/**
 * A web site that synthetic users visit.
 *
 * @param address of the balancer, without a path
 * @param paths the pages that they ask for, such as {@code /category/7}
 * @param commits where the site tells which price was committed when, for judging stale answers: {@code GET
 *     commits?after=SEQ} answers one line a commit, {@code seq product cents epochMillis}, seq ascending
 */
public record Site(URI address, List<String> paths, URI commits) {
    public Site {
        paths = List.copyOf(paths);
    }
}
