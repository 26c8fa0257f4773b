package dev.drillbook.report;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import dev.drillbook.runbook.DrillException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.text.Bidi;
import java.util.EnumSet;
import java.util.List;
import java.util.logging.Level;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A page as PDF: tagged for screen readers (PDF/UA), fonts embedded, nothing fetched from anywhere. */
final class Pdf {
    private static final EnumSet<FSFontUseCase> EVERYWHERE = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);
    private static final EnumSet<FSFontUseCase> LAST = EnumSet.of(FSFontUseCase.FALLBACK_FINAL, FSFontUseCase.SVG);

    private Pdf() {}

    /** @param page well-formed XML @throws DrillException when it cannot be rendered */
    static byte[] of(String page, List<String> warnings) {
        XRLog.listRegisteredLoggers().forEach(log -> XRLog.setLevel(log, Level.SEVERE));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Fonts fonts = Fonts.forText(page);
        warnings.addAll(fonts.warnings("postmortem.pdf"));
        try (BatikSVGDrawer charts = new BatikSVGDrawer()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useSVGDrawer(charts);
            builder.usePdfUaAccessibility(true);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values())
                builder.useExternalResourceAccessControl((address, kind) -> false, when);
            builder.addDOMMutator(Pdf::nameCharts);
            if (Bidi.requiresBidi(page.toCharArray(), 0, page.length())) rightToLeft(builder);
            liberation(builder);
            fonts.fallbacks().forEach(font -> fallback(builder, font));
            builder.withProducer("Drillbook");
            builder.withHtmlContent(page, null);
            builder.toStream(bytes);
            builder.run();
        } catch (IOException | RuntimeException e) {
            throw new DrillException("cannot make postmortem.pdf: " + e + "; postmortem.html says the same", e);
        }
        return bytes.toByteArray();
    }

    private static void rightToLeft(PdfRendererBuilder builder) {
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(TextDirection.LTR);
    }

    /** Tagged PDF wants {@code alt}, which HTML does not allow on a chart. */
    private static void nameCharts(Document page) {
        NodeList charts = page.getElementsByTagName("svg");
        for (int i = 0; i < charts.getLength(); i++)
            if (charts.item(i) instanceof Element chart) chart.setAttribute("alt", chart.getAttribute("aria-label"));
    }

    private static void liberation(PdfRendererBuilder builder) {
        font(builder, "Sans-Regular", "Liberation Sans", 400, FontStyle.NORMAL);
        font(builder, "Sans-Bold", "Liberation Sans", 700, FontStyle.NORMAL);
        font(builder, "Sans-Italic", "Liberation Sans", 400, FontStyle.ITALIC);
        font(builder, "Sans-BoldItalic", "Liberation Sans", 700, FontStyle.ITALIC);
        font(builder, "Mono-Regular", "Liberation Mono", 400, FontStyle.NORMAL);
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
        String resource = "/liberation/Liberation" + file + ".ttf";
        builder.useFont(() -> Pdf.class.getResourceAsStream(resource), family, weight, style, true, EVERYWHERE);
    }

    private static void fallback(PdfRendererBuilder builder, File font) {
        builder.useFont(font, "Drillbook Fallback", 400, FontStyle.NORMAL, true, LAST);
    }
}
