package io.billingcenter.readers.tables.settlement;

import io.billingcenter.domain.settlement.AccountWork;
import io.billingcenter.readers.tables.paging.TablePages;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.schema.settlement.SettlementTaskTable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the accounts of a range that are to be settled, a page at a time; the writer removes those that are done. */
public final class AccountWorkReader extends TablePages<String, AccountWork> {

    private static final int PAGE_ROWS = 200;

    private static final String TASKS = """
            SELECT account_id FROM settlement_task
            WHERE account_id >= ? AND account_id <= ? AND account_id > ?
            ORDER BY account_id FETCH FIRST %s ROWS ONLY""".formatted(PAGE_ROWS);

    private final JdbcTemplate jdbc;
    private final WorkspaceRange range;
    private final WalletLoader wallets;

    /** Reads the work of a range of accounts. */
    public AccountWorkReader(JdbcTemplate jdbc, WorkspaceRange range, WalletLoader wallets) {
        this.jdbc = jdbc;
        this.range = range;
        this.wallets = wallets;
    }

    @Override
    protected Page<String, AccountWork> pageAfter(@Nullable String last) {
        List<String> accounts = jdbc.query(
                TASKS,
                (row, number) -> SettlementTaskTable.ACCOUNT_ID.get(row).value(),
                range.first(),
                range.last(),
                last == null ? "" : last);
        return accounts.isEmpty()
                ? new Page<>(List.of(), null)
                : new Page<>(wallets.load(accounts), accounts.get(accounts.size() - 1));
    }
}
