package dev.drillbook.control;

import dev.drillbook.environment.Environment;
import dev.drillbook.environment.Limits;
import dev.drillbook.environment.Permissions;
import dev.drillbook.environment.Site;
import dev.drillbook.environment.Stack;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Share;
import dev.drillbook.settings.Setting;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environments of {@code drillbook.yaml}. Mistakes are told at their places. */
public final class EnvironmentSettings {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)\\s*%");

    private final Map<String, Setting> entries;

    /** @param root of the file */
    public EnvironmentSettings(Setting root) {
        entries = root.get("environments").map(Setting::entries).orElse(Map.of());
    }

    /**
     * Those that are there already; one that this program starts itself is only given rules: what else is said of it would
     * count for nothing, and is a mistake.
     *
     * @param own names of those
     */
    public List<Stack> stacks(Set<String> own) {
        List<Stack> stacks = new ArrayList<>();
        entries.forEach((name, setting) -> {
            if (own.contains(name)) mustBeOnlyRules(name, setting);
            else stacks.add(new FixedEnvironment(environment(name, setting)));
        });
        return stacks;
    }

    private static void mustBeOnlyRules(String name, Setting setting) {
        setting.get("inputs")
                .ifPresent(
                        inputs -> inputs.mistake("environment '" + name + "' gives its inputs itself: take these out,"
                                + " and give a drill another value with --input"));
        setting.get("site")
                .ifPresent(site -> site.mistake("environment '" + name + "' has a site of its own: take this one out,"
                        + " or give it an environment of another name"));
    }

    private static Environment environment(String name, Setting setting) {
        Map<String, String> inputs = new TreeMap<>();
        setting.get("inputs").map(Setting::entries).orElse(Map.of()).forEach((key, value) -> value.as(
                        text -> input(key, text))
                .ifPresent(text -> inputs.put(key, text)));
        return new Environment(name, inputs, setting.get("site").flatMap(EnvironmentSettings::site));
    }

    private static String input(String name, String value) {
        Environment.checkInput(name, value);
        return value;
    }

    /** What may be broken, by environment; one without is not limited. */
    public Map<String, Limits> limits() {
        Map<String, Limits> limits = new TreeMap<>();
        entries.forEach((name, setting) -> setting.get("may-break")
                .flatMap(rules -> rules.tried(() -> limits(rules)))
                .ifPresent(rules -> limits.put(name, rules)));
        return limits;
    }

    private static Limits limits(Setting setting) {
        return new Limits(
                setting.get("nouns").map(Setting::texts).orElse(Set.of()),
                setting.get("targets").map(Setting::items).orElse(List.of()).stream()
                        .map(Setting::text)
                        .toList(),
                setting.get("at-once").map(number -> Integer.valueOf(number.text())),
                setting.get("users").flatMap(share -> share.as(EnvironmentSettings::share)),
                setting.get("lease").flatMap(Setting::duration));
    }

    private static Share share(String text) {
        Matcher percent = PERCENT.matcher(text);
        if (percent.matches()) return new Share(Double.parseDouble(percent.group(1)) / 100);
        throw new Invalid("'" + text + "' is no share: write one such as 40 %");
    }

    private static Optional<Site> site(Setting setting) {
        Optional<URI> address = setting.get("address").flatMap(given -> given.as(EnvironmentSettings::uri));
        Optional<URI> commits = setting.get("commits").flatMap(given -> given.as(EnvironmentSettings::uri));
        List<String> paths = setting.get("paths").map(Setting::items).orElse(List.of()).stream()
                .map(Setting::text)
                .toList();
        return address.flatMap(at -> commits.map(told -> new Site(at, paths, told)));
    }

    private static URI uri(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && "http".equalsIgnoreCase(uri.getScheme())) return uri;
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new Invalid("'" + text + "' is no address: write one such as http://shop.staging:8080");
    }

    /** Who may do what, by environment. */
    public Map<String, Permissions> permissions() {
        Map<String, Permissions> permissions = new TreeMap<>();
        entries.forEach((name, setting) -> permissions.put(
                name,
                new Permissions(
                        setting.get("may-run").map(Setting::texts).orElse(Set.of()),
                        setting.get("may-approve").map(Setting::texts).orElse(Set.of()),
                        setting.get("approval")
                                .filter(word -> word.text().equals("required"))
                                .isPresent(),
                        setting.get("production")
                                .filter(word -> word.text().equals("true"))
                                .isPresent())));
        return permissions;
    }
}
