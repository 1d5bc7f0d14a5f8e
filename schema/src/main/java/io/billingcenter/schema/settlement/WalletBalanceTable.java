package io.billingcenter.schema.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.Instrument;
import io.billingcenter.domain.settlement.InstrumentBalance;
import io.billingcenter.domain.settlement.InstrumentKind;
import io.billingcenter.domain.settlement.LedgerAccount;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Table {@code wallet_balance}: the balances of wallets, which are the sums of their ledger. */
public final class WalletBalanceTable {

    public static final Table TABLE = Table.named("wallet_balance");

    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    public static final Column<LedgerAccount> SIDE = TABLE.code("side", LedgerAccount::code, LedgerAccount::ofCode);
    /** Empty for cash and arrears. */
    public static final Column<String> INSTRUMENT = TABLE.text("instrument");

    /** NULL for cash and arrears, as the days are. */
    public static final Column<InstrumentKind> KIND = TABLE.code("kind", InstrumentKind::code, InstrumentKind::ofCode);

    public static final Column<BillingDay> STARTS = TABLE.day("starts");
    public static final Column<BillingDay> EXPIRES = TABLE.day("expires");
    public static final Column<Integer> EXPIRIES = TABLE.number("expiries");
    public static final Column<BigDecimal> BALANCE = TABLE.decimal("balance");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(ACCOUNT_ID, CURRENCY, SIDE, INSTRUMENT);

    static {
        TABLE.digests(SIDE, INSTRUMENT, KIND, STARTS, EXPIRES, EXPIRIES, BALANCE);
    }

    private static final String NO_INSTRUMENT = "";

    private WalletBalanceTable() {}

    /** Returns the row of an instrument in a wallet. */
    public static TableRow row(WalletKey wallet, InstrumentBalance held) {
        Instrument instrument = held.instrument();
        return TABLE.row()
                .set(ACCOUNT_ID, wallet.account())
                .set(CURRENCY, wallet.currency())
                .set(SIDE, instrument.kind().ledgerAccount())
                .set(INSTRUMENT, instrument.id())
                .set(KIND, instrument.kind())
                .set(STARTS, instrument.starts())
                .set(EXPIRES, instrument.expires())
                .set(EXPIRIES, held.expiries())
                .set(BALANCE, held.balance().amount());
    }

    /** Returns the row of cash or arrears in a wallet. */
    public static TableRow row(WalletKey wallet, LedgerAccount side, Money balance) {
        return TABLE.row()
                .set(ACCOUNT_ID, wallet.account())
                .set(CURRENCY, wallet.currency())
                .set(SIDE, side)
                .set(INSTRUMENT, NO_INSTRUMENT)
                .set(EXPIRIES, 0)
                .set(BALANCE, balance.amount());
    }

    /** Returns the instrument that is in the current row; null for cash and arrears. */
    public static @Nullable InstrumentBalance held(ResultSet row) throws SQLException {
        InstrumentKind kind = KIND.getOrNull(row);
        return kind == null
                ? null
                : new InstrumentBalance(
                        new Instrument(kind, INSTRUMENT.get(row), STARTS.get(row), EXPIRES.get(row)),
                        WalletColumns.money(row, BALANCE),
                        EXPIRIES.get(row));
    }
}
