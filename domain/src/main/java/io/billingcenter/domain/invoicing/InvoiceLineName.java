package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a line of an invoice, written {@code workspace:meter:retention}. A part that the line does not have is empty:
 * {@code ws-1:trigger:} has a meter without tiers, {@code :log:} is a traffic pack, {@code ::} a package. Usage and its
 * adjustments on an invoice are the same line.
 *
 * @param workspace null for fees that belong to no workspace
 * @param tier null for packages
 */
public record InvoiceLineName(
        @Nullable WorkspaceId workspace, @Nullable MeterTier tier) implements Comparable<InvoiceLineName> {

    /** Ids of workspaces may have colons, too. */
    private static final Pattern FORM = Pattern.compile("(.*):([a-z_]*):([0-9]{0,4})");

    private static final Comparator<InvoiceLineName> ORDER = Comparator.comparing(
                    InvoiceLineName::workspace, Comparator.nullsFirst(Comparator.<WorkspaceId>naturalOrder()))
            .thenComparing(InvoiceLineName::tier, Comparator.nullsFirst(Comparator.naturalOrder()));

    /**
     * Returns the name that a text writes.
     *
     * @throws IllegalArgumentException if it writes none
     */
    public static InvoiceLineName of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw unknown(text);
        }
        String workspace = parts.group(1);
        return new InvoiceLineName(
                workspace.isEmpty() ? null : new WorkspaceId(workspace), tier(parts.group(2), parts.group(3), text));
    }

    private static @Nullable MeterTier tier(String meter, String retention, String text) {
        if (meter.isEmpty()) {
            if (!retention.isEmpty()) {
                throw unknown(text);
            }
            return null;
        }
        Meter known = Meter.ofCode(meter).orElseThrow(() -> unknown(text));
        return new MeterTier(known, retention.isEmpty() ? Meter.FLAT : Integer.parseInt(retention));
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("Expected a line like ws-1:log:14, written workspace:meter:retention as in"
                + " invoice-lines.csv, found '" + text + "'; correct it");
    }

    @Override
    public int compareTo(InvoiceLineName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return (workspace == null ? "" : workspace.value())
                + ":"
                + (tier == null ? ":" : tier.meter().code() + ":" + tier.retentionText());
    }
}
