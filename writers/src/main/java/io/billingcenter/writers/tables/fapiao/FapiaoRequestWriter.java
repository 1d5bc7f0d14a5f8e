package io.billingcenter.writers.tables.fapiao;

import io.billingcenter.domain.fapiao.FapiaoRequest;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.fapiao.FapiaoRequestTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores requests of fapiao, each once. */
public final class FapiaoRequestWriter {

    private static final String KNOWN = "SELECT request_id FROM fapiao_request WHERE billing_month = ?";

    private final JdbcTemplate jdbc;
    private final long runId;

    /** Writes for a run. */
    public FapiaoRequestWriter(JdbcTemplate jdbc, long runId) {
        this.jdbc = jdbc;
        this.runId = runId;
    }

    /** Stores the requests of a month that are not stored yet. */
    public void store(List<FapiaoRequest> requests) {
        if (requests.isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>(jdbc.query(
                KNOWN,
                (row, number) -> FapiaoRequestTable.REQUEST_ID.get(row),
                requests.get(0).month().toString()));
        List<TableRow> rows = new ArrayList<>();
        for (FapiaoRequest request : requests) {
            if (known.add(request.id())) {
                rows.add(FapiaoRequestTable.row(request, runId));
            }
        }
        if (!rows.isEmpty()) {
            FapiaoRequestTable.TABLE.insert(jdbc, rows);
        }
    }
}
