package io.billingcenter.writers.files.fapiao;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.billingcenter.domain.fapiao.FapiaoResult;
import io.billingcenter.domain.fapiao.FapiaoStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The list of the requests of fapiao with their states. */
final class FapiaoStatesCsv {

    private FapiaoStatesCsv() {}

    /** Writes the list to a stream, which its owner closes. */
    static void write(List<FapiaoStatus> requests, OutputStream stream) throws IOException {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        csv.writeRecord(
                "request_id",
                "invoice_number",
                "account_id",
                "title",
                "amount",
                "currency",
                "state",
                "fapiao_number",
                "issued",
                "red_of");
        for (FapiaoStatus status : requests) {
            FapiaoResult result = status.decisive().orElse(null);
            csv.writeRecord(
                    status.request().id(),
                    status.request().invoiceNumber(),
                    status.request().account().value(),
                    status.request().buyer().title(),
                    status.request().amount().amount().toPlainString(),
                    status.request().amount().currency().getCurrencyCode(),
                    status.state().name(),
                    result == null ? null : result.number(),
                    result == null || result.issued() == null
                            ? null
                            : result.issued().toString(),
                    result == null ? null : result.redOf());
        }
        csv.flush();
    }
}
