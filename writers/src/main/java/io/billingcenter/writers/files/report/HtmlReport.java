package io.billingcenter.writers.files.report;

import io.billingcenter.domain.report.RunReport;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * A run as one page, made by the template {@code run-report.html}: no script, no external resources, readable in light and
 * dark, narrow and wide.
 */
final class HtmlReport {

    private static final String TEMPLATE = "run-report";

    private HtmlReport() {}

    /** Returns the page of the report; the same report gives the same page. */
    static String of(RunReport report) {
        Map<String, Object> variables =
                Map.of("report", report, "page", new RunPage(report), "figures", FigureText.FOR_TEMPLATES);
        return printable(Engine.INSTANCE.process(TEMPLATE, new Context(Locale.ROOT, variables)));
    }

    /**
     * Returns the page with U+FFFD for control characters and halves of surrogate pairs, which must not be in HTML. The
     * template has none, so all of them are in values.
     */
    private static String printable(String page) {
        StringBuilder printable = new StringBuilder(page.length());
        page.codePoints().forEach(c -> printable.appendCodePoint(isUnprintable(c) ? '\uFFFD' : c));
        return printable.toString();
    }

    private static boolean isUnprintable(int c) {
        return Character.getType(c) == Character.SURROGATE || Character.isISOControl(c) && c != '\t' && c != '\n';
    }

    /** The template engine, which is created with the first page: other commands need not wait for it. */
    private static final class Engine {

        static final TemplateEngine INSTANCE = create();

        private static TemplateEngine create() {
            ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(HtmlReport.class.getClassLoader());
            resolver.setPrefix("templates/");
            resolver.setSuffix(".html");
            resolver.setTemplateMode(TemplateMode.HTML);
            resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
            TemplateEngine engine = new TemplateEngine();
            engine.setTemplateResolver(resolver);
            return engine;
        }
    }
}
