package dev.drillbook.report;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * The fonts that a PDF needs besides Liberation: for letters that Liberation lacks, TrueType fonts found on this
 * machine. A letter that none has prints as {@code #}.
 *
 * @param fallbacks in the order in which to try them
 * @param missing letters that no font has
 */
record Fonts(List<File> fallbacks, Set<Integer> missing) {
    private static final List<Path> PLACES = Stream.of(
                    "/usr/share/fonts",
                    "/usr/local/share/fonts",
                    System.getProperty("user.home") + "/.fonts",
                    System.getProperty("user.home") + "/.local/share/fonts",
                    "/Library/Fonts",
                    "/System/Library/Fonts",
                    "C:\\Windows\\Fonts")
            .map(Path::of)
            .toList();

    static Fonts forText(String text) {
        Set<Integer> missing = lettersOf(text);
        missing.removeIf(letter -> LIBERATION.getGlyphId(letter) != 0);
        return missing.isEmpty() ? new Fonts(List.of(), missing) : found(missing, PLACES);
    }

    private static final CmapLookup LIBERATION = liberation();

    private static CmapLookup liberation() {
        try (InputStream file = Fonts.class.getResourceAsStream("/liberation/LiberationSans-Regular.ttf")) {
            return new TTFParser().parse(new RandomAccessReadBuffer(file)).getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new IllegalStateException("Liberation Sans is in the box", e);
        }
    }

    private static Set<Integer> lettersOf(String text) {
        return text.codePoints()
                .filter(letter -> !Character.isWhitespace(letter) && !Character.isISOControl(letter))
                .filter(letter -> Character.getType(letter) != Character.FORMAT)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Fonts found(Set<Integer> letters, List<Path> places) {
        Set<Integer> missing = new TreeSet<>(letters);
        List<File> fallbacks = new ArrayList<>();
        for (Path font : fontsIn(places)) {
            if (missing.isEmpty()) break;
            if (missing.removeAll(lettersIn(font, missing))) fallbacks.add(font.toFile());
        }
        return new Fonts(fallbacks, missing);
    }

    private static List<Path> fontsIn(List<Path> places) {
        List<Path> fonts = new ArrayList<>();
        for (Path place : places) {
            if (!Files.isDirectory(place)) continue;
            try (Stream<Path> files = Files.walk(place)) {
                files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".ttf"))
                        .sorted()
                        .forEach(fonts::add);
            } catch (IOException | UncheckedIOException e) {
                // a folder that cannot be read has no fonts for us
            }
        }
        return fonts;
    }

    /** Empty for a font that cannot be read, or whose outlines cannot be embedded. */
    private static Set<Integer> lettersIn(Path file, Set<Integer> wanted) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()))) {
            if (font.getGlyph() == null) return Set.of();
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            return wanted.stream()
                    .filter(letter -> glyphs.getGlyphId(letter) != 0)
                    .collect(Collectors.toSet());
        } catch (IOException | RuntimeException e) {
            return Set.of();
        }
    }

    /** In words, for people; empty when nothing is missing. */
    List<String> warnings(String document) {
        if (missing.isEmpty()) return List.of();
        String some = missing.stream().limit(8).map(Character::toString).collect(Collectors.joining(" "));
        return List.of(document + ": no font on this machine has " + some + (missing.size() > 8 ? " …" : "") + " ("
                + missing.size() + (missing.size() == 1 ? " letter" : " letters")
                + "), printed as #; install a TrueType font that has them and render the report again");
    }
}
