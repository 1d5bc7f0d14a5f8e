package io.billingcenter.benchmarks.parsing;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.transform.DelimitedLineTokenizer;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;
import org.springframework.core.io.FileSystemResource;

/** Reads a traffic file with the flat-file reader of Spring Batch: a record object for every line, nothing else. */
final class FlatFile {

    /** The nine columns of a record, with their types. */
    private record Line(
            String recordId,
            Instant time,
            String workspaceId,
            String kind,
            String subject,
            String entity,
            long count,
            long bytes,
            long seconds) {}

    private FlatFile() {}

    /** Reads every record; returns the number of records. */
    static long read(Path file) throws Exception {
        DelimitedLineTokenizer tokenizer = new DelimitedLineTokenizer();
        FlatFileItemReader<Line> reader =
                new FlatFileItemReader<>(new FileSystemResource(file), (text, number) -> map(tokenizer.tokenize(text)));
        reader.setLinesToSkip(1);
        reader.setSaveState(false);
        reader.open(new ExecutionContext());
        try {
            long records = 0;
            while (reader.read() != null) {
                records++;
            }
            return records;
        } finally {
            reader.close();
        }
    }

    private static Line map(FieldSet fields) {
        return new Line(
                String.valueOf(fields.readString(0)),
                OffsetDateTime.parse(String.valueOf(fields.readString(1))).toInstant(),
                String.valueOf(fields.readString(2)),
                String.valueOf(fields.readString(3)),
                String.valueOf(fields.readString(4)),
                String.valueOf(fields.readString(5)),
                fields.readLong(6, 1),
                fields.readLong(7, 0),
                fields.readLong(8, 0));
    }
}
