package dev.drillbook.drills;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** All that a drill left for others to read, byte by byte as ISO 8859-1, and of a PDF its text; by the place where it is. */
final class Told {
    private Told() {}

    /**
     * What is renamed meanwhile may be missed: look once more when nothing is written any longer.
     *
     * @param folders or files; whatever is below them counts
     */
    static Map<String, String> in(Path... folders) throws IOException {
        Map<String, String> told = new TreeMap<>();
        for (Path folder : Stream.of(folders).filter(Files::exists).toList())
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    try {
                        if (Files.isRegularFile(file)) told.put(file.toString(), text(file));
                        return FileVisitResult.CONTINUE;
                    } catch (NoSuchFileException gone) {
                        return visitFileFailed(file, gone);
                    }
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
                    return why instanceof NoSuchFileException
                            ? FileVisitResult.CONTINUE
                            : super.visitFileFailed(file, why);
                }
            });
        ProcessHandle.allProcesses()
                .forEach(process ->
                        process.info().commandLine().ifPresent(words -> told.put("process " + process.pid(), words)));
        return told;
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("%PDF")) return text;
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return text + new PDFTextStripper().getText(document);
        }
    }
}
