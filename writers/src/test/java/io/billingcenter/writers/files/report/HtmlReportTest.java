package io.billingcenter.writers.files.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    /** Neither markup nor expressions in a value have an effect, and unprintable characters are replaced. */
    @Test
    void valuesAreEscapedAndNotEvaluated() {
        String page = HtmlReport.of(SampleReports.full());
        String escaped = "&lt;b&gt;&amp;&quot;&#39;\uFFFD\uFFFD x ${1+1} [[${1+1}]] __${1}__";
        assertThat(page).doesNotContain("<b>", "\u0007", "\uD83D x").contains("Failed: " + escaped);
        int values = page.split(Pattern.quote(escaped), -1).length - 1;
        assertThat(values)
                .as("failure, consent, file, mover, closing, finding, shipment and 50 items")
                .isEqualTo(57);
    }

    @Test
    void showsSectionsWithContent() {
        String page = HtmlReport.of(SampleReports.full());
        assertThat(page)
                .contains("<title>closeMonth 2026-10, run 3</title>", "status bad", ", posted under 2026-11-01")
                .contains("the first 50 of 51; billing holds lists all", "By file; 12 more are not listed")
                .contains("<a href=\"../../2026-10/r2/excel/usage.csv\">excel/usage.csv</a>")
                .contains("viewBox=\"0 0 420 180\"", "viewBox=\"0 0 140 28\"", "id=\"chart-4-title\"")
                .contains("Billing accounts", "Checklist d1e2", " (unchanged by this run)")
                .doesNotContain(" th:", "xmlns", "<script", "Nothing ");
    }

    @Test
    void saysWhereThereIsNoContent() {
        assertThat(HtmlReport.of(SampleReports.empty()))
                .contains("status good", "Nothing was posted.", "There is no earlier day to compare with.")
                .contains("Nothing is held.", "Nothing is in quarantine.", "No gate was reached.")
                .contains("Nothing was delivered.", "not compared")
                .doesNotContain("Consents and acknowledgements", "<h2>Close</h2>", "Invoices of the month");
    }

    @Test
    void theSameReportGivesTheSamePage() {
        assertThat(HtmlReport.of(SampleReports.full())).isEqualTo(HtmlReport.of(SampleReports.full()));
    }
}
