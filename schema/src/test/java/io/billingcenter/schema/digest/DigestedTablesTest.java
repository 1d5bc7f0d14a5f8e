package io.billingcenter.schema.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.schema.FactRows;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.delivery.ManifestFile;
import io.billingcenter.schema.invoicing.DocumentReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stored control totals and seals depend on the digested columns and on the order of the tables, so both are written down here
 * once more, and digests are computed without the code under test.
 */
class DigestedTablesTest {

    /** For each table its name and its digested columns. */
    private static final String[][] TABLES = {
        {
            "day_reading",
            "input_digest",
            "revision",
            "files",
            "unreadable_files",
            "records",
            "accepted",
            "duplicates",
            "conflicts",
            "quarantined",
            "over_limit"
        },
        {"traffic_file", "name", "unreadable", "records", "accepted", "duplicates", "conflicts", "quarantined"},
        {"metered_day", "revision", "content_digest", "record_hash"},
        {"quarantined_record", "file", "line", "byte_offset", "reason", "detail", "raw"},
        {"rated_day", "revision", "terms_digest", "outcome", "account_id", "settlement"},
        {"usage", "meter", "retention_days", "quantity"},
        {
            "charge",
            "meter",
            "retention_days",
            "quantity",
            "list_price",
            "unit_price",
            "price_version",
            "currency",
            "exact_amount",
            "amount"
        },
        {"day_hold", "reason", "meter", "retention_days", "quantity", "detail"},
        {
            "posting",
            "posting_id",
            "posted_day",
            "account_id",
            "settlement",
            "workspace_id",
            "meter",
            "retention_days",
            "kind",
            "ordinal",
            "quantity",
            "unit_price",
            "price_version",
            "amount"
        },
        {"raised_alert", "meter", "threshold", "amount", "currency"},
        {
            "invoice",
            "billing_month",
            "account_id",
            "currency",
            "total",
            "voucher",
            "prepaid_card",
            "cash",
            "cloud",
            "owed",
            "fapiao_amount",
            "state"
        },
        {"invoice_line", "workspace_id", "meter", "retention_days", "kind", "quantity", "amount"},
        {
            "ledger_entry",
            "request_id",
            "leg",
            "entry_number",
            "movement",
            "side",
            "instrument",
            "amount",
            "entry_day",
            "bill_day",
            "source_day"
        },
        {
            "line_payment",
            "posted_day",
            "workspace_id",
            "billing_day",
            "meter",
            "retention_days",
            "agreement_id",
            "settlement",
            "source_number",
            "entry_number",
            "side",
            "instrument",
            "paid",
            "left_change"
        },
        {
            "marketplace_record",
            "posted_day",
            "settlement",
            "workspace_id",
            "vendor_account",
            "settlement_number",
            "amount"
        },
        {"account_state", "period_number", "status", "from_day"},
        {"applied_unlock", "unlock_day"},
        {"wallet", "settled_day", "last_number", "status", "status_from", "status_number"},
        {"wallet_balance", "side", "instrument", "kind", "starts", "expires", "expiries", "balance"},
        {
            "bill_payment",
            "workspace_id",
            "eligible",
            "voucher",
            "prepaid_card",
            "cash",
            "cloud",
            "owed",
            "settlement_number"
        },
        {"delivery", "content_digest"},
        {"delivered_file", "path", "schema_id", "row_count", "size_bytes", "sha256"},
        {"consent", "kind", "subject", "from_day", "to_day", "reason", "given_by", "given_at"},
        {"guard_stop", "level", "command_day", "evidence"},
        {"guard_stop_reason", "item", "reason", "subject", "currency", "amount", "detail"},
        {"acknowledgement", "workspace_id", "from_day", "until_day", "reason", "meter", "note", "given_by", "given_at"},
        {"acknowledged_cell", "workspace_id", "billing_day", "reason", "meter", "retention_days"},
        {"manifest.json", "sha256"},
        {
            "invoice_header",
            "account_name",
            "invoice_date",
            "due_date",
            "seller_name",
            "seller_address",
            "seller_tax_id",
            "seller_bank",
            "buyer_title",
            "buyer_tax_id",
            "buyer_address",
            "buyer_phone",
            "buyer_bank",
            "buyer_bank_account",
            "buyer_email",
            "buyer_country",
            "buyer_reference",
            "buyer_endpoint_scheme",
            "buyer_endpoint"
        },
        {
            "invoice_line_detail",
            "detail",
            "workspace_id",
            "workspace_name",
            "meter",
            "retention_days",
            "kind",
            "billing_day",
            "unit_price",
            "quantity",
            "amount"
        },
        {"document_reference", "document", "refers_to"},
        {
            "credit_note",
            "credit_number",
            "invoice_number",
            "refers_to",
            "request_key",
            "credited_lines",
            "posted_day",
            "reason",
            "given_by",
            "given_on"
        },
        {"voided_invoice", "invoice_number", "replaced_by", "reason", "given_by", "given_on"},
        {"shipment", "period", "revision", "target", "account_id", "content_digest", "supersedes"},
        {"shipped_file", "path", "size_bytes", "sha256"},
        {"attempt", "attempt_number", "begun", "ended", "result", "detail", "receipt_sha256"}
    };

    /** Values of columns by type: the literal in a statement, and the text in a digest. */
    private enum Sample {
        TEXT("'%s'", "%s"),
        NUMBER("7", "7"),
        DECIMAL("12.50", "12.5"),
        DAY("DATE '2026-11-21'", "2026-11-21"),
        FLAG("TRUE", "true"),
        BYTES("X'626164'", "bytes");

        private final String literal;
        private final String text;

        Sample(String literal, String text) {
            this.literal = literal;
            this.text = text;
        }

        static Sample of(String type) {
            return switch (type) {
                case "CHARACTER VARYING" -> TEXT;
                case "INTEGER", "BIGINT" -> NUMBER;
                case "NUMERIC" -> DECIMAL;
                case "DATE" -> DAY;
                case "BOOLEAN" -> FLAG;
                case "VARBINARY" -> BYTES;
                default -> throw new IllegalArgumentException(type);
            };
        }
    }

    private final JdbcTemplate jdbc;

    DigestedTablesTest() throws Exception {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void columnsAndOrderAreThoseOfAllReleases() {
        List<List<String>> declared = new ArrayList<>();
        for (Table table : DigestedTables.ALL) {
            List<String> names = new ArrayList<>(List.of(table.name()));
            table.digested().forEach(column -> names.add(column.name()));
            declared.add(names);
        }
        List<List<String>> expected = new ArrayList<>();
        for (String[] table : TABLES) {
            expected.add(List.of(table));
        }
        assertThat(declared).isEqualTo(expected);
    }

    @Test
    void partsOfRowsOfEveryTableAreThoseOfAllReleases() throws Exception {
        // A view takes no rows; digests of usage and charges are those that their tables had.
        new FactRows(jdbc).makeTables();
        StringBuilder expected = new StringBuilder();
        RowDigests digests = new RowDigests();
        // The other way round: parts have an order of their own.
        for (int i = TABLES.length - 1; i >= 0; i--) {
            Table table = DigestedTables.ALL.get(i);
            String text;
            if (table == ManifestFile.DIGESTED) {
                digests.add(ManifestFile.row("abc"));
                text = "3:abc,";
            } else if (table == DocumentReference.DIGESTED) {
                digests.add(DocumentReference.row(DocumentKind.CREDIT_NOTE, "INV-1"));
                text = "11:credit_note,5:INV-1,";
            } else {
                text = insertSample(TABLES[i]);
                jdbc.query("SELECT * FROM " + table, row -> {
                    digests.add(table, row);
                });
            }
            expected.insert(
                    0, (i == 0 ? "" : ";") + table + " 1 " + sha256(text).substring(0, 32));
        }
        assertThat(digests.parts()).isEqualTo(expected.toString());
    }

    @Test
    void aNullIsAMark() throws Exception {
        String text = insertSample(TABLES[8]);
        jdbc.update("UPDATE posting SET price_version = NULL");
        RowDigests digests = new RowDigests();
        jdbc.query("SELECT * FROM posting", row -> {
            digests.add(DigestedTables.ALL.get(8), row);
        });
        assertThat(digests.parts())
                .isEqualTo("posting 1 "
                        + sha256(text.replace("10:2026-11-21,4:12.5,", "-,4:12.5,"))
                                .substring(0, 32));
    }

    /** Inserts a row with a value in every column; returns the text of the digested cells. */
    private String insertSample(String[] table) throws Exception {
        List<String> literals = new ArrayList<>();
        List<String> texts = new ArrayList<>(List.of(table).subList(1, table.length));
        jdbc.query(
                "SELECT LOWER(column_name) AS name, data_type FROM information_schema.columns"
                        + " WHERE table_schema = 'PUBLIC' AND LOWER(table_name) = ? ORDER BY ordinal_position",
                row -> {
                    String name = row.getString("name");
                    Sample sample = Sample.of(row.getString("data_type"));
                    // No longer than a currency.
                    String value = name.substring(0, Math.min(3, name.length()));
                    literals.add(sample.literal.replace("%s", value));
                    texts.replaceAll(text -> text.equals(name) ? sample.text.replace("%s", value) : text);
                },
                table[0]);
        jdbc.execute("INSERT INTO " + table[0] + " VALUES (" + String.join(", ", literals) + ")");
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            String cell = text.equals("bytes") ? sha256("bad") : text;
            joined.append(cell.length()).append(':').append(cell).append(',');
        }
        return joined.toString();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void statesHaveTheOrderOfAllReleases() {
        assertThat(StateTables.ALL.stream().map(Table::name))
                .containsExactly(
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
                        "alert_threshold",
                        "invoice_profile",
                        "fapiao_result",
                        "price_book",
                        "price",
                        "late_day",
                        "input_finding",
                        "quarantine_repair",
                        "fee_day",
                        "fee_hold",
                        "closed_month",
                        "month_closed_outside",
                        "month_close",
                        "month_close_finding",
                        "settled_day",
                        "notice",
                        "number_series",
                        "archive_file",
                        "document_series",
                        "fapiao_request");
        assertThat(StateTables.ALL.stream()
                        .filter(StateTables::isOfReferenceFiles)
                        .map(Table::name))
                .startsWith("console_account")
                .endsWith("fapiao_result")
                .hasSize(18);
    }
}
