package dev.drillbook.slack;

import dev.drillbook.control.Finished;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** The files of a drill's report that are shown: those that could be written. */
final class Papers {
    private static final List<String> FILES =
            List.of("postmortem.pdf", "postmortem.html", "postmortem.md", "scorecard.json");

    private Papers() {}

    static List<Document> chart(Finished finished) {
        return documents(finished, Stream.of("chart.png"), "the signals of the drill and what happened, over time");
    }

    static List<Document> report(Finished finished) {
        return documents(finished, FILES.stream(), "");
    }

    private static List<Document> documents(Finished finished, Stream<String> names, String alt) {
        return names.map(finished.folder()::resolve)
                .filter(Files::isRegularFile)
                .map(file -> new Document(file, "DRILL " + finished.drill() + " " + file.getFileName(), alt))
                .toList();
    }
}
