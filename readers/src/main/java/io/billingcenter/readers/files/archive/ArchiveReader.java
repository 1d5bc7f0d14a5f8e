package io.billingcenter.readers.files.archive;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.archive.ArchiveColumn;
import io.billingcenter.domain.archive.CellType;
import io.billingcenter.domain.archive.DetailRow;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an archive file row by row, from its beginning or from one of its parts; memory holds a row. */
public final class ArchiveReader implements AutoCloseable {

    /** The first value of a file, its header, is followed by others. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String FORMAT = "billing-archive/1";
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final Map<String, List<ArchiveColumn>> columns;
    private final FileChannel channel;
    private final JsonParser rows;

    private ArchiveReader(Path file, long startByte) throws IOException {
        this.file = file;
        this.columns = readHeader(file);
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            channel.position(startByte);
            this.rows = parser(channel);
            if (startByte == 0) {
                rows.nextToken();
                rows.skipChildren();
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Opens a file at its first row.
     *
     * @throws IOException if it cannot be read, or has another format
     */
    public static ArchiveReader open(Path file) throws IOException {
        return openAt(file, 0);
    }

    /**
     * Opens a file at a byte where decompression can begin.
     *
     * @throws IOException if it cannot be read, or has another format
     */
    public static ArchiveReader openAt(Path file, long startByte) throws IOException {
        try {
            return new ArchiveReader(file, startByte);
        } catch (JacksonException e) {
            throw unreadable(file, e);
        }
    }

    private static Map<String, List<ArchiveColumn>> readHeader(Path file) throws IOException {
        try (FileChannel beginning = FileChannel.open(file, StandardOpenOption.READ);
                JsonParser parser = parser(beginning)) {
            JsonNode header = MAPPER.readTree(parser);
            String format = header.path("format").asString("");
            if (!format.equals(FORMAT)) {
                throw new IOException("Expected the format " + FORMAT + " in " + file + ", found '" + format + "'");
            }
            Map<String, List<ArchiveColumn>> columns = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> table : header.path("tables").properties()) {
                List<ArchiveColumn> ofTable = new ArrayList<>();
                table.getValue()
                        .properties()
                        .forEach(column -> ofTable.add(new ArchiveColumn(
                                column.getKey(),
                                CellType.ofCode(column.getValue().asString()))));
                columns.put(table.getKey(), List.copyOf(ofTable));
            }
            return columns;
        }
    }

    private static JsonParser parser(FileChannel channel) throws IOException {
        InputStream compressed = new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES);
        return MAPPER.createParser(
                new BufferedInputStream(new GZIPInputStream(compressed, BUFFER_BYTES), BUFFER_BYTES));
    }

    /** Returns the columns of each table in the file. */
    public Map<String, List<ArchiveColumn>> columns() {
        return columns;
    }

    /**
     * Returns the next row, or null at the end of the file.
     *
     * @throws IOException if it cannot be read
     */
    public @Nullable DetailRow next() throws IOException {
        try {
            JsonToken token = rows.nextToken();
            if (token == null) {
                return null;
            }
            require(token == JsonToken.START_ARRAY);
            require(rows.nextToken() == JsonToken.VALUE_STRING);
            return row(rows.getString());
        } catch (JacksonException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    private DetailRow row(String table) throws IOException {
        List<ArchiveColumn> ofTable = columns.get(table);
        if (ofTable == null) {
            throw new IOException("Expected rows of " + columns.keySet() + " in " + file + ", found one of " + table);
        }
        List<@Nullable Object> cells = new ArrayList<>(ofTable.size());
        for (ArchiveColumn column : ofTable) {
            cells.add(cell(rows.nextToken(), column.type()));
        }
        require(rows.nextToken() == JsonToken.END_ARRAY);
        if (cells.size() < 2
                || !(cells.get(0) instanceof String workspace)
                || !(cells.get(1) instanceof LocalDate day)) {
            throw new IOException("Expected a workspace and a day in each row of " + file + ", found " + cells);
        }
        return new DetailRow(table, new WorkspaceDay(new WorkspaceId(workspace), new BillingDay(day)), cells);
    }

    private @Nullable Object cell(@Nullable JsonToken token, CellType type) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        require(token != null && token.isScalarValue());
        return switch (type) {
            case TEXT -> rows.getString();
            case NUMBER -> new BigDecimal(rows.getString());
            case FLAG -> rows.getBooleanValue();
            case DATE -> LocalDate.parse(rows.getString());
            case BYTES -> rows.getBinaryValue();
        };
    }

    private void require(boolean asExpected) throws IOException {
        if (!asExpected) {
            throw new IOException("Expected rows of the format " + FORMAT + " in " + file + ", found something else");
        }
    }

    private static IOException unreadable(Path file, Exception cause) {
        return new IOException(
                "Expected rows of the format " + FORMAT + " in " + file + ", found: " + cause.getMessage(), cause);
    }

    @Override
    public void close() throws IOException {
        rows.close();
        channel.close();
    }
}
