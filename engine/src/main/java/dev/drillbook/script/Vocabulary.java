package dev.drillbook.script;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;

/** All words of the language, and where each belongs. */
final class Vocabulary {
    /** A place where words are said, with the class whose methods they are and the classes of how they go on. */
    enum Home {
        TOP_LEVEL(
                "at the top level",
                Words.class,
                Sentences.At.class,
                Sentences.Applied.class,
                Sentences.After.class,
                Sentences.Unless.class,
                Sentences.AlertNamed.class,
                Sentences.MilestoneNamed.class,
                Sentences.Handle.class),
        REHEARSAL("inside rehearsal { }", Rehearsing.class, Rehearsing.Then.class),
        DEBRIEF("inside debrief { }", Debriefing.class);

        final String inWords;
        final Class<?> beginnings;
        final List<Class<?>> types;

        Home(String inWords, Class<?>... types) {
            this.inWords = inWords;
            this.beginnings = types[0];
            this.types = List.of(types);
        }

        /** The home of the block with this name, or the top level. */
        static Home ofBlock(String name) {
            if ("rehearsal".equals(name)) return REHEARSAL;
            return "debrief".equals(name) ? DEBRIEF : TOP_LEVEL;
        }
    }

    private Vocabulary() {}

    /** Whether this word is followed by a block. */
    static boolean isBlock(String word) {
        return Home.ofBlock(word) != Home.TOP_LEVEL;
    }

    /** Whether this is one of the classes whose methods are the words. */
    static boolean speaks(Class<?> type) {
        return Arrays.stream(Home.values()).anyMatch(home -> home.types.contains(type));
    }

    /** The place of this class's words, if it has any. */
    static Optional<Home> homeOf(ClassNode type) {
        return Arrays.stream(Home.values())
                .filter(home -> home.types.stream().anyMatch(words -> type.equals(ClassHelper.make(words))))
                .findFirst();
    }

    /** The words that may be said on this class, each with its example. */
    static Map<String, String> wordsOf(Class<?> type) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Method method : type.getDeclaredMethods())
            if (method.isAnnotationPresent(Word.class) && !method.getName().startsWith("get"))
                words.put(method.getName(), method.getAnnotation(Word.class).value());
        return words;
    }

    /** Where a word belongs. */
    static Optional<Home> homeOf(String word) {
        return Arrays.stream(Home.values())
                .filter(home -> exampleIn(home, word).isPresent())
                .findFirst();
    }

    static Optional<String> exampleIn(Home home, String word) {
        return home.types.stream()
                .map(type -> wordsOf(type).get(word))
                .filter(example -> example != null)
                .findFirst();
    }

    /** A whole sentence with this word. */
    static String example(String word) {
        return homeOf(word).flatMap(home -> exampleIn(home, word)).orElse(word);
    }

    static Collection<String> beginnings(Home home) {
        return wordsOf(home.beginnings).keySet();
    }
}
