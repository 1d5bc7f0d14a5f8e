package io.billingcenter.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import io.billingcenter.benchmarks.figures.Finding;
import io.billingcenter.benchmarks.figures.Report;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The summary of all measurements, followed by their tables. The parts are stored in separate files, so that results
 * from before an interruption are kept when the rest is measured.
 */
final class BarsFile {

    private static final String ROWS = ".rows";
    private static final String DETAILS = ".md";
    private static final String HEADER = """
            | What | Suite | Other | Suite / other | Bar |
            |---|--:|--:|--:|---|
            """;

    private final Path file;
    private final Path parts;

    /**
     * Creates a summary.
     *
     * @param file the whole summary
     * @param parts folder for the parts
     */
    BarsFile(Path file, Path parts) {
        this.file = file;
        this.parts = parts;
    }

    /** Adds the result of a measurement, replacing an earlier one. */
    void add(Bar bar, Report report) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int number = 0; number < report.findings().size(); number++) {
            Finding finding = report.findings().get(number);
            String wanted = number < bar.bars().size() ? bar.bars().get(number) : "";
            rows.append("| " + bar.label() + ": " + finding.label() + " | " + finding.suite() + " | " + finding.other()
                    + " | " + finding.ratio() + " | " + wanted + " |\n");
        }
        write(bar, rows.toString(), report.text());
    }

    /** Records that a measurement failed. */
    void addFailure(Bar bar, Exception problem) throws IOException {
        write(bar, "| " + bar.label() + " | failed | | | |\n", "Failed: " + problem + "\n");
    }

    /** Returns the table of everything measured so far. */
    String summary(List<Bar> bars) throws IOException {
        return HEADER + String.join("", read(bars, ROWS));
    }

    /** Assembles the parts. */
    void assemble(List<Bar> bars) throws IOException {
        Files.writeString(
                file,
                "# Bars\n\n" + machine() + "\n\n" + summary(bars) + "\n" + String.join("\n", read(bars, DETAILS)),
                UTF_8);
    }

    private void write(Bar bar, String rows, String text) throws IOException {
        Files.writeString(parts.resolve(bar.name() + ROWS), rows, UTF_8);
        Files.writeString(
                parts.resolve(bar.name() + DETAILS),
                "## " + bar.name() + "\n\n    " + bar.commandLine() + "\n\n" + text,
                UTF_8);
    }

    private List<String> read(List<Bar> bars, String ending) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Bar bar : bars) {
            Path part = parts.resolve(bar.name() + ending);
            if (Files.exists(part)) {
                texts.add(Files.readString(part, UTF_8));
            }
        }
        return texts;
    }

    private static String machine() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Runtime.getRuntime().availableProcessors() + " processors, " + (system.getTotalMemorySize() >> 20)
                + " MiB of memory, " + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", Java "
                + Runtime.version();
    }
}
