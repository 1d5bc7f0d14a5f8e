package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.Voucher;
import io.billingcenter.domain.settlement.VoucherKind;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import io.billingcenter.readers.files.csv.UniqueKeys;
import io.billingcenter.readers.files.csv.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Vouchers granted to accounts, {@code vouchers.csv} (billing rules 6.2).
 *
 * <pre>
 * voucher_id,account_id,kind,amount,activated,expires
 * v-1001,acct-aurora,ordinary,200,2026-01-05,2026-07-05
 * v-1002,acct-aurora,full_reduction,1000.50,2026-02-01,2027-02-01
 * </pre>
 *
 * <ul>
 *   <li>voucher_id: identifies the voucher
 *   <li>account_id: an account of {@code billing_accounts.csv}
 *   <li>kind: {@code ordinary} or {@code full_reduction}
 *   <li>amount: face value in the account's currency, above 0 with at most 2 decimals
 *   <li>activated: first day on which it can be used
 *   <li>expires: first day on which it is void
 * </ul>
 */
final class VouchersFile {

    private static final String VOUCHER_ID = "voucher_id";
    private static final String ACCOUNT_ID = "account_id";
    private static final String KIND = "kind";
    private static final String AMOUNT = "amount";
    private static final String ACTIVATED = "activated";
    private static final String EXPIRES = "expires";

    static final CsvFormat FORMAT =
            CsvFormat.of("vouchers.csv", VOUCHER_ID, ACCOUNT_ID, KIND, AMOUNT, ACTIVATED, EXPIRES);

    private static final ValueType<VoucherKind> KINDS = ValueType.oneOf(
            Stream.of(VoucherKind.values()).map(VoucherKind::code).toList(), VoucherKind::ofCode);

    private VouchersFile() {}

    static List<Voucher> read(CsvTable table, References references) {
        UniqueKeys<String> ids = new UniqueKeys<>("an id");
        return Located.facts(table.facts(row -> voucher(row, references, ids)));
    }

    private static Optional<Voucher> voucher(CsvRow row, References references, UniqueKeys<String> ids) {
        Cell<String> id = row.cell(VOUCHER_ID, ReferenceTypes.ID);
        Cell<BillingAccountId> account = references.account(row, ACCOUNT_ID);
        Cell<VoucherKind> kind = row.cell(KIND, KINDS);
        Cell<BigDecimal> amount = ReferenceTypes.amount(row, AMOUNT);
        LifetimeCells life = LifetimeCells.read(row, ACTIVATED, EXPIRES);
        ids.claim(id);
        return row.fact(() -> new Voucher(
                id.get(),
                account.get(),
                kind.get(),
                amount.get(),
                life.from().get(),
                life.expires().get()));
    }
}
