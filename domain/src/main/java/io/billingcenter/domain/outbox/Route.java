package io.billingcenter.domain.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files that a target gets.
 *
 * @param what kinds of files, by the names of {@link Selection}
 * @param formats endings of file names, in lower case without a dot; empty for all
 * @param profile audience of the CSV files of days and months
 * @param accounts accounts whose files are sent; null for all. Files that belong to no single account are sent to a target without
 *     this restriction only.
 * @param eachAccount whether each account has a shipment of its own, with its files only
 */
public record Route(
        Set<String> what,
        Set<String> formats,
        Profile profile,
        @Nullable Set<String> accounts,
        boolean eachAccount) {

    /** The shipment of a target that is not for a single account. */
    public static final String NO_ACCOUNT = "";

    private static final String EXCEL_FOLDER = "excel/";

    /** The audiences of the CSV files of days and months. */
    public enum Profile {
        /** Programs. */
        MACHINE,
        /** Spreadsheets. */
        EXCEL,
        /** Both. */
        ALL
    }

    /** Checks the names, and refuses kinds without an account where accounts are selected. */
    public Route {
        what = Set.copyOf(what);
        formats = Set.copyOf(formats);
        accounts = accounts == null ? null : Set.copyOf(accounts);
        for (String name : what) {
            if (!Selection.names().contains(name)) {
                throw new IllegalArgumentException(
                        "Expected kinds of files among " + Selection.names() + ", found '" + name + "'");
            }
            if ((accounts != null || eachAccount) && !Selection.isByAccount(name)) {
                throw new IllegalArgumentException("Expected a target for single accounts to select kinds of files that"
                        + " belong to one account each, found '" + name + "', which has the figures of all accounts");
            }
        }
    }

    /**
     * Returns the shipments of a published revision: the files of each, by account. A target that is not for single accounts has at
     * most one, under {@link #NO_ACCOUNT}.
     *
     * @param period the published period
     * @param files all files of the revision
     */
    public SortedMap<String, List<ShippedFile>> shipments(String period, List<ShippedFile> files) {
        String kind = Selection.of(period);
        SortedMap<String, List<ShippedFile>> shipments = new TreeMap<>();
        if (kind.equals(Selection.FILES) && what.contains(Selection.TOTALS) && !what.contains(Selection.FILES)) {
            shipments.put(NO_ACCOUNT, List.of());
        }
        if (!what.contains(kind)) {
            return shipments;
        }
        for (ShippedFile file : files) {
            Optional<String> owner = owner(kind, file);
            if (isSelected(kind, file) && isAddressed(owner)) {
                shipments
                        .computeIfAbsent(eachAccount ? owner.orElseThrow() : NO_ACCOUNT, account -> new ArrayList<>())
                        .add(file);
            }
        }
        return shipments;
    }

    private boolean isAddressed(Optional<String> owner) {
        if (accounts == null && !eachAccount) {
            return true;
        }
        return owner.isPresent() && (accounts == null || accounts.contains(owner.get()));
    }

    private boolean isSelected(String kind, ShippedFile file) {
        if (kind.equals(Selection.FILES)
                && profile != Profile.ALL
                && (profile == Profile.EXCEL) != file.path().startsWith(EXCEL_FOLDER)) {
            return false;
        }
        String ending = file.path().substring(file.path().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return formats.isEmpty() || formats.contains(ending);
    }

    /** Returns the account that a file belongs to; empty for a file with the figures of several. */
    private static Optional<String> owner(String kind, ShippedFile file) {
        int end = file.path().indexOf('/');
        return Selection.isByAccount(kind) && end > 0 ? Optional.of(file.path().substring(0, end)) : Optional.empty();
    }
}
