package io.billingcenter.jobs.upgrade;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.readers.tables.paging.TableNames;
import io.billingcenter.readers.tables.reconciliation.ControlTables;
import io.billingcenter.readers.tables.upgrade.OlderRuns;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.digest.StateTables;
import org.springframework.jdbc.core.JdbcTemplate;

/** The digest of a database: of its last seal, of the rows written since, and of the tables that change. */
final class SchemaDigest {

    private SchemaDigest() {}

    /** Returns the digest, 64 hex digits. */
    static String of(JdbcTemplate jdbc) {
        ControlTables tables = new ControlTables(jdbc);
        OlderRuns runs = new OlderRuns(jdbc);
        StringBuilder text = new StringBuilder();
        if (runs.hasSeals()) {
            String unsealed =
                    tables.totals(runs.lastSealedRun(), Long.MAX_VALUE).digest();
            text.append(runs.lastSeal()).append(unsealed).append('\n');
        }
        for (Table table : StateTables.ALL) {
            if (TableNames.has(jdbc, table.name())) {
                text.append(table.name())
                        .append(' ')
                        .append(tables.state(table).parts())
                        .append('\n');
            }
        }
        return Digests.sha256(text.toString());
    }
}
