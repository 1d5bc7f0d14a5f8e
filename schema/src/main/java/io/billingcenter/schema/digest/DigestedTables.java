package io.billingcenter.schema.digest;

import io.billingcenter.schema.Table;
import io.billingcenter.schema.billing.ChargeTable;
import io.billingcenter.schema.billing.DayHoldTable;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.billing.RaisedAlertTable;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.schema.billing.UsageTable;
import io.billingcenter.schema.delivery.DeliveredFileTable;
import io.billingcenter.schema.delivery.DeliveryTable;
import io.billingcenter.schema.delivery.ManifestFile;
import io.billingcenter.schema.guard.AcknowledgedCellTable;
import io.billingcenter.schema.guard.AcknowledgementTable;
import io.billingcenter.schema.guard.ConsentTable;
import io.billingcenter.schema.guard.GuardStopReasonTable;
import io.billingcenter.schema.guard.GuardStopTable;
import io.billingcenter.schema.invoicing.CreditNoteTable;
import io.billingcenter.schema.invoicing.DocumentReference;
import io.billingcenter.schema.invoicing.InvoiceHeaderTable;
import io.billingcenter.schema.invoicing.InvoiceLineDetailTable;
import io.billingcenter.schema.invoicing.InvoiceLineTable;
import io.billingcenter.schema.invoicing.InvoiceTable;
import io.billingcenter.schema.invoicing.VoidedInvoiceTable;
import io.billingcenter.schema.metering.DayReadingTable;
import io.billingcenter.schema.metering.MeteredDayTable;
import io.billingcenter.schema.metering.QuarantinedRecordTable;
import io.billingcenter.schema.metering.TrafficFileTable;
import io.billingcenter.schema.settlement.AccountStateTable;
import io.billingcenter.schema.settlement.AppliedUnlockTable;
import io.billingcenter.schema.settlement.BillPaymentTable;
import io.billingcenter.schema.settlement.LedgerEntryTable;
import io.billingcenter.schema.settlement.LinePaymentTable;
import io.billingcenter.schema.settlement.MarketplaceRecordTable;
import io.billingcenter.schema.settlement.WalletBalanceTable;
import io.billingcenter.schema.settlement.WalletTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables that digests of rows are made of. Each declares the columns itself: {@link Table#digests}. */
public final class DigestedTables {

    /**
     * All of them, in the order in which {@link RowDigests#parts()} names them. Stored control totals have that order, so a
     * new table comes last.
     */
    public static final List<Table> ALL = List.of(
            DayReadingTable.TABLE,
            TrafficFileTable.TABLE,
            MeteredDayTable.TABLE,
            QuarantinedRecordTable.TABLE,
            RatedDayTable.TABLE,
            UsageTable.TABLE,
            ChargeTable.TABLE,
            DayHoldTable.TABLE,
            PostingTable.TABLE,
            RaisedAlertTable.TABLE,
            InvoiceTable.TABLE,
            InvoiceLineTable.TABLE,
            LedgerEntryTable.TABLE,
            LinePaymentTable.TABLE,
            MarketplaceRecordTable.TABLE,
            AccountStateTable.TABLE,
            AppliedUnlockTable.TABLE,
            WalletTable.TABLE,
            WalletBalanceTable.TABLE,
            BillPaymentTable.TABLE,
            DeliveryTable.TABLE,
            DeliveredFileTable.TABLE,
            ConsentTable.TABLE,
            GuardStopTable.TABLE,
            GuardStopReasonTable.TABLE,
            AcknowledgementTable.TABLE,
            AcknowledgedCellTable.TABLE,
            ManifestFile.DIGESTED,
            InvoiceHeaderTable.TABLE,
            InvoiceLineDetailTable.TABLE,
            DocumentReference.DIGESTED,
            CreditNoteTable.TABLE,
            VoidedInvoiceTable.TABLE);

    private static final Map<Table, Integer> POSITIONS = positions();

    private DigestedTables() {}

    /**
     * Returns the place of a table in the order, from 0.
     *
     * @throws IllegalArgumentException if digests are not made of it
     */
    static int positionOf(Table table) {
        Integer position = POSITIONS.get(table);
        if (position == null) {
            throw new IllegalArgumentException("Expected a table that digests are made of, found " + table);
        }
        return position;
    }

    private static Map<Table, Integer> positions() {
        Map<Table, Integer> positions = new HashMap<>();
        ALL.forEach(table -> positions.put(table, positions.size()));
        return positions;
    }
}
