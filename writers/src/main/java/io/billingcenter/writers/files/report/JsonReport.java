package io.billingcenter.writers.files.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.billingcenter.domain.report.RunReport;
import io.billingcenter.domain.report.RunReport.ReconciliationLine;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Writes a run as JSON: the components of the record in their order. Amounts and quantities are texts, so that none is
 * rounded.
 */
final class JsonReport {

    private static final String LINE_END = "\n";
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", LINE_END);
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .withConfigOverride(
                    BigDecimal.class,
                    override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .addMixIn(RunReport.class, Keys.class)
            .addModule(new SimpleModule().addSerializer(BillingDay.class, ToStringSerializer.instance))
            .build()
            .writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

    /** The keys that differ from the names of the components, because receivers know them. */
    private interface Keys {

        @JsonProperty("balance")
        List<ReconciliationLine> reconciliation();
    }

    private JsonReport() {}

    static String of(RunReport report) {
        return WRITER.writeValueAsString(report) + LINE_END;
    }
}
