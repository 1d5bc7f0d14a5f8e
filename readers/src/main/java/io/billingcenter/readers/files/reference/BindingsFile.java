package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import io.billingcenter.readers.files.csv.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The billing account that pays for a workspace, with its days and settlement, {@code bindings.csv} (billing rules 5.4,
 * reading Q8). The days of a workspace must not overlap; {@link BindingRules} checks the rules between rows.
 *
 * <pre>
 * workspace_id,account_id,settlement,vendor_account,from,to
 * ws-move,acct-ant,wallet,,2026-01-01,2026-10-20
 * ws-move,acct-bee,aliyun,6543210987654321,2026-10-20,
 * </pre>
 *
 * <ul>
 *   <li>workspace_id: a workspace of {@code workspaces.csv}
 *   <li>account_id: an account of {@code billing_accounts.csv}
 *   <li>settlement: {@code wallet}, or the vendor {@code aliyun}, {@code aliyun_intl}, {@code aws}, {@code huawei} or
 *       {@code azure}
 *   <li>vendor_account: the account at the vendor; empty for {@code wallet}
 *   <li>from: first billing day
 *   <li>to: first billing day after the binding; empty for an open binding
 * </ul>
 */
final class BindingsFile {

    private static final String WORKSPACE_ID = "workspace_id";
    static final String ACCOUNT_ID = "account_id";
    static final String SETTLEMENT = "settlement";
    static final String VENDOR_ACCOUNT = "vendor_account";
    static final String FROM = "from";
    private static final String TO = "to";

    static final CsvFormat FORMAT =
            CsvFormat.of("bindings.csv", WORKSPACE_ID, ACCOUNT_ID, SETTLEMENT, VENDOR_ACCOUNT, FROM, TO);

    private static final ValueType<SettlementMethod> SETTLEMENTS = ValueType.oneOf(
            Stream.of(SettlementMethod.values()).map(SettlementMethod::code).toList(), SettlementMethod::ofCode);

    private BindingsFile() {}

    /** Returns the cloud accounts that have rows, well-formed or not. */
    static KnownIds cloudAccounts(CsvTable table) {
        return KnownIds.of(FORMAT.file(), table, row -> cloudAccount(row.text(SETTLEMENT), row.text(VENDOR_ACCOUNT)));
    }

    /** Returns an account at a vendor as one text, which is unambiguous because codes contain no space. */
    static String cloudAccount(String settlement, String vendorAccount) {
        return settlement + " " + vendorAccount;
    }

    static List<Located<Binding>> read(CsvTable table, References references) {
        List<Located<Binding>> bindings = table.facts(row -> binding(row, references));
        Overlaps.refuse(bindings, Binding::workspace, Binding::days, FROM);
        return bindings;
    }

    private static Optional<Binding> binding(CsvRow row, References references) {
        Cell<WorkspaceId> workspace = references.workspace(row, WORKSPACE_ID);
        Cell<BillingAccountId> account = references.account(row, ACCOUNT_ID);
        Cell<SettlementMethod> settlement = row.cell(SETTLEMENT, SETTLEMENTS);
        Cell<Optional<String>> vendorAccount = row.optionalCell(VENDOR_ACCOUNT, ReferenceTypes.NAME);
        settlement.value().ifPresent(method -> requireFit(method, vendorAccount));
        DayRangeCells days = DayRangeCells.read(row, FROM, TO);
        return row.fact(() -> new Binding(
                workspace.get(),
                account.get(),
                settlement.get(),
                vendorAccount.get().orElse(null),
                days.get()));
    }

    private static void requireFit(SettlementMethod settlement, Cell<Optional<String>> vendorAccount) {
        if (settlement == SettlementMethod.WALLET) {
            vendorAccount.require(Optional::isEmpty, "nothing, because the settlement is wallet");
        } else {
            vendorAccount.require(
                    Optional::isPresent, "the account at the vendor, because the settlement is " + settlement.code());
        }
    }
}
