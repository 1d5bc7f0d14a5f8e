package io.billingcenter.readers.tables.reference;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.Channel;
import io.billingcenter.domain.account.ConsoleAccount;
import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.account.PlanPeriod;
import io.billingcenter.domain.account.ReleasedVendors;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.account.VendorRelease;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.AlertThreshold;
import io.billingcenter.domain.pricing.ContractPrice;
import io.billingcenter.domain.pricing.ContractPrices;
import io.billingcenter.domain.pricing.PrivateScheme;
import io.billingcenter.domain.pricing.PrivateTariff;
import io.billingcenter.domain.pricing.TrafficPack;
import io.billingcenter.domain.pricing.UsagePackage;
import io.billingcenter.domain.reference.ReferenceData;
import io.billingcenter.domain.settlement.PrepaidCard;
import io.billingcenter.domain.settlement.Recharge;
import io.billingcenter.domain.settlement.Unlock;
import io.billingcenter.domain.settlement.Voucher;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.RetentionData;
import io.billingcenter.domain.usage.RetentionPolicies;
import io.billingcenter.domain.usage.RetentionPolicy;
import io.billingcenter.readers.tables.paging.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reference data as it was imported, from its tables. */
public final class ReferenceTableReader {

    private static final String WORKSPACE_ID = "workspace_id";
    private static final String ACCOUNT_ID = "account_id";

    private static final String SELECT_WORKSPACES =
            "SELECT workspace_id, name, site, console_account, storage_type, channel, created FROM workspace";
    private static final String SELECT_CONSOLE_ACCOUNTS = "SELECT email, name FROM console_account";
    private static final String SELECT_ACCOUNTS =
            "SELECT account_id, username, name, currency, certified FROM billing_account";
    private static final String SELECT_BINDINGS =
            "SELECT workspace_id, from_day, to_day, account_id, settlement, vendor_account FROM binding";
    private static final String SELECT_PLANS = "SELECT workspace_id, from_day, to_day, plan FROM plan";
    private static final String SELECT_POLICIES =
            "SELECT workspace_id, data, subject, effective_at, days FROM retention_policy";
    private static final String SELECT_CONTRACT_PRICES =
            "SELECT account_id, meter, retention_days, from_day, to_day, price FROM contract_price";
    private static final String SELECT_TARIFFS =
            "SELECT workspace_id, from_day, to_day, scheme, collectors, price, maintenance FROM private_tariff"
                    + " ORDER BY workspace_id, from_day";
    private static final String SELECT_RELEASES =
            "SELECT settlement, vendor_account, from_day FROM vendor_release ORDER BY settlement, from_day";
    private static final String SELECT_THRESHOLDS =
            "SELECT workspace_id, meter, from_day, to_day, amount FROM alert_threshold"
                    + " ORDER BY workspace_id, meter, from_day";

    private final JdbcTemplate jdbc;
    private final WalletTableReader wallet;

    /** A reader of that database. */
    public ReferenceTableReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.wallet = new WalletTableReader(jdbc);
    }

    /** SHA-256 of the files that the last import had, by file name. */
    public Map<String, String> importedFiles() {
        Map<String, String> files = new TreeMap<>();
        jdbc.query("SELECT name, sha256 FROM reference_file", row -> {
            files.put(row.getString("name"), row.getString("sha256"));
        });
        return files;
    }

    /** Everything that is in the tables. */
    public ReferenceData data() {
        return new ReferenceData(
                jdbc.query(SELECT_CONSOLE_ACCOUNTS, (row, number) -> consoleAccount(row)),
                jdbc.query(SELECT_ACCOUNTS, (row, number) -> account(row)),
                jdbc.query(SELECT_WORKSPACES, (row, number) -> workspace(row)),
                bindings(),
                jdbc.query(SELECT_PLANS, (row, number) -> plan(row)),
                jdbc.query(SELECT_POLICIES, (row, number) -> policy(row)),
                jdbc.query(SELECT_CONTRACT_PRICES, (row, number) -> contractPrice(row)),
                vouchers(),
                prepaidCards(),
                recharges(),
                packages(),
                trafficPacks(),
                privateTariffs(),
                vendorReleases(),
                unlocks(),
                alertThresholds());
    }

    /** Who owns and who pays, by the bindings as they were made. */
    public AccountDirectory directory() {
        return directory(ReleasedVendors.NONE);
    }

    /** The bindings as they were made. */
    public List<Binding> bindings() {
        return jdbc.query(SELECT_BINDINGS, (row, number) -> binding(row));
    }

    /** Who owns and who pays, after what became of these cloud accounts. */
    public AccountDirectory directory(ReleasedVendors released) {
        return new AccountDirectory(
                jdbc.query(SELECT_WORKSPACES, (row, number) -> workspace(row)),
                jdbc.query(SELECT_ACCOUNTS, (row, number) -> account(row)),
                released.inForce(bindings()),
                jdbc.query(SELECT_PLANS, (row, number) -> plan(row)));
    }

    /** The retention policies of every workspace that has some. */
    public Map<WorkspaceId, RetentionPolicies> retentionPolicies() {
        List<RetentionPolicy> policies = jdbc.query(SELECT_POLICIES, (row, number) -> policy(row));
        return policies.stream()
                .collect(Collectors.groupingBy(
                        RetentionPolicy::workspace,
                        Collectors.collectingAndThen(Collectors.toList(), RetentionPolicies::new)));
    }

    /** The agreed prices of all accounts. */
    public ContractPrices contractPrices() {
        return new ContractPrices(contractPriceList());
    }

    /** The agreed prices one by one. */
    public List<ContractPrice> contractPriceList() {
        return jdbc.query(SELECT_CONTRACT_PRICES, (row, number) -> contractPrice(row));
    }

    /** What private deployments cost, by workspace and first day. */
    public List<PrivateTariff> privateTariffs() {
        return jdbc.query(SELECT_TARIFFS, (row, number) -> tariff(row));
    }

    /** The cloud accounts that have ended. */
    public List<VendorRelease> vendorReleases() {
        return jdbc.query(SELECT_RELEASES, (row, number) -> release(row));
    }

    /** The alert thresholds, by workspace, meter (the one for everything first) and first day. */
    public List<AlertThreshold> alertThresholds() {
        return jdbc.query(SELECT_THRESHOLDS, (row, number) -> threshold(row));
    }

    /** The vouchers, by id. */
    public List<Voucher> vouchers() {
        return wallet.vouchers();
    }

    /** The prepaid cards, by id. */
    public List<PrepaidCard> prepaidCards() {
        return wallet.prepaidCards();
    }

    /** The recharges, by id. */
    public List<Recharge> recharges() {
        return wallet.recharges();
    }

    /** The packages, by id. */
    public List<UsagePackage> packages() {
        return wallet.packages();
    }

    /** The traffic packs, by id. */
    public List<TrafficPack> trafficPacks() {
        return wallet.trafficPacks();
    }

    /** The unlocks, by account and day. */
    public List<Unlock> unlocks() {
        return wallet.unlocks();
    }

    private static Workspace workspace(ResultSet row) throws SQLException {
        return new Workspace(
                new WorkspaceId(row.getString(WORKSPACE_ID)),
                row.getString("name"),
                row.getString("site"),
                row.getString("console_account"),
                coded(row, "storage_type", StorageType::ofCode),
                coded(row, "channel", Channel::ofCode),
                Columns.day(row, "created"));
    }

    private static ConsoleAccount consoleAccount(ResultSet row) throws SQLException {
        return new ConsoleAccount(row.getString("email"), row.getString("name"));
    }

    private static BillingAccount account(ResultSet row) throws SQLException {
        return new BillingAccount(
                new BillingAccountId(row.getString(ACCOUNT_ID)),
                row.getString("username"),
                row.getString("name"),
                Currency.getInstance(row.getString("currency")),
                row.getBoolean("certified"));
    }

    private static Binding binding(ResultSet row) throws SQLException {
        return new Binding(
                new WorkspaceId(row.getString(WORKSPACE_ID)),
                new BillingAccountId(row.getString(ACCOUNT_ID)),
                coded(row, "settlement", SettlementMethod::ofCode),
                row.getString("vendor_account"),
                days(row));
    }

    private static PlanPeriod plan(ResultSet row) throws SQLException {
        return new PlanPeriod(
                new WorkspaceId(row.getString(WORKSPACE_ID)), coded(row, "plan", Plan::ofCode), days(row));
    }

    private static RetentionPolicy policy(ResultSet row) throws SQLException {
        return new RetentionPolicy(
                new WorkspaceId(row.getString(WORKSPACE_ID)),
                coded(row, "data", RetentionData::ofCode),
                row.getString("subject"),
                row.getInt("days"),
                Instant.parse(row.getString("effective_at")));
    }

    private static ContractPrice contractPrice(ResultSet row) throws SQLException {
        return new ContractPrice(
                new BillingAccountId(row.getString(ACCOUNT_ID)),
                Columns.tier(row),
                row.getBigDecimal("price"),
                days(row));
    }

    private static PrivateTariff tariff(ResultSet row) throws SQLException {
        return new PrivateTariff(
                new WorkspaceId(row.getString(WORKSPACE_ID)),
                coded(row, "scheme", PrivateScheme::ofCode),
                row.getInt("collectors"),
                row.getBigDecimal("price"),
                row.getBigDecimal("maintenance"),
                days(row));
    }

    private static VendorRelease release(ResultSet row) throws SQLException {
        return new VendorRelease(
                coded(row, "settlement", SettlementMethod::ofCode),
                row.getString("vendor_account"),
                Columns.day(row, "from_day"));
    }

    private static AlertThreshold threshold(ResultSet row) throws SQLException {
        String meter = row.getString("meter");
        return new AlertThreshold(
                new WorkspaceId(row.getString(WORKSPACE_ID)),
                meter.isEmpty() ? null : Columns.known(Meter.ofCode(meter), "meter"),
                row.getBigDecimal("amount"),
                days(row));
    }

    private static DayRange days(ResultSet row) throws SQLException {
        return new DayRange(Columns.day(row, "from_day"), Columns.nullableDay(row, "to_day"));
    }

    private static <T> T coded(ResultSet row, String column, Function<String, Optional<T>> ofCode) throws SQLException {
        return Columns.known(ofCode.apply(row.getString(column)), column);
    }
}
