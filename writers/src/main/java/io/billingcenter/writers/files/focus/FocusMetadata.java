package io.billingcenter.writers.files.focus;

import io.billingcenter.domain.focus.FocusDataset;
import io.billingcenter.domain.focus.FocusVersion;
import io.billingcenter.writers.files.delivery.SetFile;
import io.billingcenter.writers.files.delivery.SetFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The metadata file of a set: which file is which dataset, and the columns of each. Nothing in it depends on the clock. */
final class FocusMetadata {

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .build()
            .writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

    private static final int LONGEST_TEXT = 4000;
    private static final int PRECISION = 98;
    private static final int SCALE = 38;

    private final String created;
    private final List<Map<String, Object>> schemas = new ArrayList<>();

    /**
     * Creates metadata without files.
     *
     * @param created instant at which the invoices of the month were issued
     */
    FocusMetadata(String created) {
        this.created = created;
    }

    /** Adds a file. */
    void add(FocusVersion version, FocusDataset dataset, List<String> header, String schemaId, long rows) {
        Map<String, FocusColumn> types = new LinkedHashMap<>();
        new FocusModel(version, dataset).columns().forEach(column -> types.put(column.name(), column));
        List<Map<String, Object>> columns = new ArrayList<>();
        for (String name : header) {
            FocusColumn column = types.get(name);
            columns.add(definition(name, column == null ? ownType(name) : column.type()));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("SchemaId", schemaId);
        schema.put("FocusVersion", version.code());
        schema.put("Dataset", dataset.code());
        schema.put("File", dataset.fileName(version) + ".csv");
        schema.put("RowCount", rows);
        schema.put("CreationDate", created);
        schema.put("ColumnDefinition", columns);
        schemas.add(schema);
    }

    private static String ownType(String name) {
        return name.endsWith("Amount") || name.endsWith("Days") ? "decimal" : "string";
    }

    private static Map<String, Object> definition(String name, String type) {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("ColumnName", name);
        switch (type) {
            case "decimal" -> {
                column.put("DataType", "DECIMAL");
                column.put("NumericPrecision", PRECISION);
                column.put("NumberScale", SCALE);
            }
            case "datetime" -> column.put("DataType", "DATETIME");
            case "json", "string|json" -> column.put("DataType", "JSON");
            default -> {
                column.put("DataType", "STRING");
                column.put("StringEncoding", "UTF-8");
                column.put("StringMaxLength", LONGEST_TEXT);
            }
        }
        return column;
    }

    /** Writes the file. */
    void write(SetFiles files) throws IOException {
        Map<String, Object> metadata = new LinkedHashMap<>();
        Map<String, Object> generator = new LinkedHashMap<>();
        generator.put("DataGenerator", "Billing Center");
        metadata.put("DataGenerator", generator);
        Map<String, Object> delivery = new LinkedHashMap<>();
        delivery.put("DeliveryMechanism", "Overwrite");
        delivery.put("CorrectionHandling", "Ledger");
        metadata.put("DeliveryHandling", delivery);
        metadata.put("Schema", schemas);
        try (SetFile file = files.create("metadata.json", "focus-metadata/1")) {
            file.write((WRITER.writeValueAsString(metadata) + "\n").getBytes(StandardCharsets.UTF_8));
            file.complete(1);
        }
    }
}
