package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.VendorRelease;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import io.billingcenter.readers.files.csv.UniqueKeys;
import io.billingcenter.readers.files.csv.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cloud accounts that were unsubscribed or released, {@code vendor_releases.csv} (billing rules 5.4, 5.6).
 *
 * <pre>
 * settlement,vendor_account,day
 * aliyun,6543210987654321,2026-10-20
 * aws,1234-5678,2026-11-02
 * </pre>
 *
 * <ul>
 *   <li>settlement: the vendor {@code aliyun}, {@code aliyun_intl}, {@code aws}, {@code huawei} or {@code azure}
 *   <li>vendor_account: the account at the vendor, which must be in a row of {@code bindings.csv} with that settlement;
 *       at most 500 characters
 *   <li>day: first billing day on which it no longer pays
 * </ul>
 */
final class VendorReleasesFile {

    private static final String SETTLEMENT = "settlement";
    private static final String VENDOR_ACCOUNT = "vendor_account";
    private static final String DAY = "day";

    static final CsvFormat FORMAT = CsvFormat.of("vendor_releases.csv", SETTLEMENT, VENDOR_ACCOUNT, DAY);

    private static final ValueType<SettlementMethod> VENDORS = ValueType.oneOf(
                    Stream.of(SettlementMethod.values())
                            .filter(SettlementMethod::isVendor)
                            .map(SettlementMethod::code)
                            .toList(),
                    SettlementMethod::ofCode)
            .limitedTo(SettlementMethod::isVendor);

    private VendorReleasesFile() {}

    static List<VendorRelease> read(CsvTable table, References references) {
        UniqueKeys<String> accounts = new UniqueKeys<>("an account of the vendor");
        return Located.facts(table.facts(row -> release(row, references, accounts)));
    }

    private static Optional<VendorRelease> release(CsvRow row, References references, UniqueKeys<String> accounts) {
        Cell<SettlementMethod> settlement = row.cell(SETTLEMENT, VENDORS);
        Cell<String> vendorAccount = row.cell(VENDOR_ACCOUNT, ReferenceTypes.KEY_TEXT);
        Cell<BillingDay> day = row.cell(DAY, ValueType.DAY);
        if (settlement.value().isPresent() && vendorAccount.value().isPresent()) {
            String key = BindingsFile.cloudAccount(settlement.get().code(), vendorAccount.get());
            vendorAccount.require(
                    account -> references.cloudAccounts().contains(key),
                    "an account that has a row with settlement "
                            + settlement.get().code() + " in " + BindingsFile.FORMAT.file());
            accounts.claim(key, vendorAccount);
        }
        return row.fact(() -> new VendorRelease(settlement.get(), vendorAccount.get(), day.get()));
    }
}
