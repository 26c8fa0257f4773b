package dev.drillbook.report;

import dev.drillbook.report.chart.Letters;
import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * CommonMark and GitHub's tables as an output format of templates: what people typed comes out as text, wherever in a
 * line it stands, and never as markup, link, list or table cell.
 */
final class Markdown extends CommonMarkupOutputFormat<Markdown.Text> {
    static final Markdown INSTANCE = new Markdown();

    private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\p{Zs}\\p{Zl}\\p{Zp}]+");
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]|~$#]");
    private static final Pattern BEGINS_BLOCK =
            Pattern.compile("^( ?)(?:(\\d{1,9})([.)])(?= |$)|([-+](?![\\p{L}\\p{N}])|[=.):]))");
    private static final Pattern BEGINS_LINK = Pattern.compile("(?i)\\b(https?|ftp|mailto|xmpp):|\\b(www)\\.");

    private Markdown() {}

    /** A piece of finished Markdown. */
    static final class Text extends CommonTemplateMarkupOutputModel<Text> {
        private Text(String plain, String markup) {
            super(plain, markup);
        }

        @Override
        public Markdown getOutputFormat() {
            return INSTANCE;
        }
    }

    @Override
    public String escapePlainText(String text) {
        String line = Letters.printable(SPACES.matcher(text).replaceAll(" "));
        String safe = MARKUP.matcher(line.replace("&", "&amp;")).replaceAll("\\\\$0");
        safe = BEGINS_BLOCK
                .matcher(safe)
                .replaceFirst(start -> start.group(2) == null
                        ? start.group(1) + "\\\\" + start.group(4)
                        : start.group(1) + start.group(2) + "\\\\" + start.group(3));
        safe = BEGINS_LINK
                .matcher(safe)
                .replaceAll(link -> link.group(1) == null ? "www&#46;" : link.group(1) + "&#58;");
        return safe.replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;");
    }

    /** A block of code that nothing in the text can end. */
    static String block(String text, String language) {
        int longest = Pattern.compile("`+")
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + language + "\n" + Letters.printable(text.stripTrailing()) + "\n" + fence;
    }

    @Override
    public String getName() {
        return "Markdown";
    }

    @Override
    public String getMimeType() {
        return "text/markdown";
    }

    @Override
    public void output(String text, Writer out) throws IOException {
        out.write(escapePlainText(text));
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String name) {
        return false;
    }

    @Override
    protected Text newTemplateMarkupOutputModel(String plain, String markup) {
        return new Text(plain, markup);
    }
}
