package io.billingcenter.writers.tables.reference;

import io.billingcenter.domain.reference.ReferenceData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables that hold reference data as it was imported, and the digests of the files it came from. */
public final class ReferenceWriter {

    private static final List<String> TABLES = List.of(
            "reference_file",
            "console_account",
            "billing_account",
            "workspace",
            "binding",
            "plan",
            "retention_policy",
            "contract_price",
            "voucher",
            "prepaid_card",
            "recharge",
            "package",
            "traffic_pack",
            "private_tariff",
            "vendor_release",
            "account_unlock",
            "alert_threshold");

    private static final String SELECT_DIGESTS = "SELECT name, sha256 FROM reference_file";

    private final JdbcTemplate jdbc;
    private final RowInsert rows;

    /** The tables of that database. */
    public ReferenceWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.rows = new RowInsert(jdbc);
    }

    /**
     * Replaces everything in the caller's transaction, unless it came from the very same files.
     *
     * @param sha256ByFile SHA-256 of every file the data came from, by file name
     * @return whether anything was replaced
     */
    public boolean replace(ReferenceData data, Map<String, String> sha256ByFile) {
        if (storedDigests().equals(sha256ByFile)) {
            return false;
        }
        TABLES.forEach(table -> jdbc.update("DELETE FROM " + table));
        new AccountRows(rows).insert(data);
        new AgreementRows(rows).insert(data);
        new WalletReferenceRows(rows).insert(data);
        rows.insert("reference_file", List.of("name", "sha256"), sha256ByFile.entrySet(), file ->
                new Object[] {file.getKey(), file.getValue()});
        return true;
    }

    private Map<String, String> storedDigests() {
        Map<String, String> digests = new HashMap<>();
        jdbc.query(SELECT_DIGESTS, row -> {
            digests.put(row.getString("name"), row.getString("sha256"));
        });
        return digests;
    }
}
