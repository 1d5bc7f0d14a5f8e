package io.billingcenter.writers.files.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {

    /** Receivers read these keys, so they stay whatever the names of the types. */
    @Test
    void hasTheKeysThatReceiversKnow() {
        JsonNode report = new JsonMapper().readTree(JsonReport.of(SampleReports.full()));
        assertThat(report.propertyNames())
                .containsExactly(
                        "run",
                        "read",
                        "period",
                        "billed",
                        "invoiced",
                        "outcomes",
                        "usage",
                        "held",
                        "attention",
                        "consents",
                        "quarantine",
                        "history",
                        "movers",
                        "balance",
                        "differences",
                        "delivered",
                        "closing",
                        "shipments");
        Set<String> keys = new TreeSet<>();
        report.forEach(part -> collect(part, keys));
        assertThat(keys).containsExactly("""
                accepted account accounts adjustments amount amounts attempts average by bytes charged compared
                compared_with conflicts credits currency daily day days detail differences digest duplicates
                earlier effect failure fees file files findings first folder free gate held id invoices
                is_credit is_new job kind last left left_sum level lines meter more_files movers name number
                of_period on outcome path period posted_day quarantined reason reasons records revision
                right right_sum rows seal started status subject target text total unit unreadable_files urgent usage
                when who workspace workspace_days""".split("\\s"));
    }

    private static void collect(JsonNode node, Set<String> keys) {
        keys.addAll(node.propertyNames());
        node.forEach(child -> collect(child, keys));
    }
}
