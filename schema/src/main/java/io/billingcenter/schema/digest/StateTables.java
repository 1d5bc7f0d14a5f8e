package io.billingcenter.schema.digest;

import io.billingcenter.schema.Table;
import io.billingcenter.schema.archive.ArchiveFileTable;
import io.billingcenter.schema.billing.FeeDayTable;
import io.billingcenter.schema.billing.FeeHoldTable;
import io.billingcenter.schema.guard.InputFindingTable;
import io.billingcenter.schema.invoicing.ClosedMonthTable;
import io.billingcenter.schema.invoicing.DocumentSeriesTable;
import io.billingcenter.schema.invoicing.MonthCloseFindingTable;
import io.billingcenter.schema.invoicing.MonthCloseTable;
import io.billingcenter.schema.invoicing.MonthClosedOutsideTable;
import io.billingcenter.schema.invoicing.NumberSeriesTable;
import io.billingcenter.schema.metering.LateDayTable;
import io.billingcenter.schema.pricing.PriceBookTable;
import io.billingcenter.schema.pricing.PriceTable;
import io.billingcenter.schema.quarantine.QuarantineRepairTable;
import io.billingcenter.schema.reference.AccountUnlockTable;
import io.billingcenter.schema.reference.AlertThresholdTable;
import io.billingcenter.schema.reference.BillingAccountTable;
import io.billingcenter.schema.reference.BindingTable;
import io.billingcenter.schema.reference.ConsoleAccountTable;
import io.billingcenter.schema.reference.ContractPriceTable;
import io.billingcenter.schema.reference.InvoiceProfileTable;
import io.billingcenter.schema.reference.PackageTable;
import io.billingcenter.schema.reference.PlanTable;
import io.billingcenter.schema.reference.PrepaidCardTable;
import io.billingcenter.schema.reference.PrivateTariffTable;
import io.billingcenter.schema.reference.RechargeTable;
import io.billingcenter.schema.reference.ReferenceFileTable;
import io.billingcenter.schema.reference.RetentionPolicyTable;
import io.billingcenter.schema.reference.TrafficPackTable;
import io.billingcenter.schema.reference.VendorReleaseTable;
import io.billingcenter.schema.reference.VoucherTable;
import io.billingcenter.schema.reference.WorkspaceTable;
import io.billingcenter.schema.settlement.NoticeTable;
import io.billingcenter.schema.settlement.SettledDayTable;
import java.util.List;
import java.util.stream.Stream;

/** The tables that are sealed as a whole, as a run leaves them, because their rows change. */
public final class StateTables {

    /** The tables that are made of reference files: they change only if the digest of a file changes. */
    private static final List<Table> OF_REFERENCE_FILES = List.of(
            ConsoleAccountTable.TABLE,
            BillingAccountTable.TABLE,
            WorkspaceTable.TABLE,
            BindingTable.TABLE,
            PlanTable.TABLE,
            RetentionPolicyTable.TABLE,
            ContractPriceTable.TABLE,
            VoucherTable.TABLE,
            PrepaidCardTable.TABLE,
            RechargeTable.TABLE,
            PackageTable.TABLE,
            TrafficPackTable.TABLE,
            PrivateTariffTable.TABLE,
            VendorReleaseTable.TABLE,
            AccountUnlockTable.TABLE,
            AlertThresholdTable.TABLE,
            InvoiceProfileTable.TABLE);

    private static final List<Table> OTHERS = List.of(
            PriceBookTable.TABLE,
            PriceTable.TABLE,
            LateDayTable.TABLE,
            InputFindingTable.TABLE,
            QuarantineRepairTable.TABLE,
            FeeDayTable.TABLE,
            FeeHoldTable.TABLE,
            ClosedMonthTable.TABLE,
            MonthClosedOutsideTable.TABLE,
            MonthCloseTable.TABLE,
            MonthCloseFindingTable.TABLE,
            SettledDayTable.TABLE,
            NoticeTable.TABLE,
            NumberSeriesTable.TABLE,
            ArchiveFileTable.TABLE,
            DocumentSeriesTable.TABLE);

    /** The table of the digests of reference files. */
    public static final Table REFERENCE_FILES = ReferenceFileTable.TABLE;

    /**
     * All of them, in the order in which they are sealed and an upgrade digests them: {@link #REFERENCE_FILES} first, because
     * it decides whether the tables made of the files are compared at all. A new table comes last.
     */
    public static final List<Table> ALL = Stream.of(List.of(REFERENCE_FILES), OF_REFERENCE_FILES, OTHERS)
            .flatMap(List::stream)
            .toList();

    private StateTables() {}

    /** Returns whether a table is made of reference files, so that it changes only with their digests. */
    public static boolean isOfReferenceFiles(Table table) {
        return OF_REFERENCE_FILES.contains(table);
    }
}
