package io.billingcenter.domain.guard;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The findings of one level for which a run is stopped. A person consents to a stop by its fingerprint, which covers
 * day, level, reasons and subjects, but not amounts.
 *
 * @param day billing day of the command
 * @param inputDigest additional digest that a consent is bound to, such as that of a file; empty if there is none
 */
public record GuardStop(GuardLevel level, BillingDay day, String inputDigest, List<GuardFinding> findings) {

    private static final int FINGERPRINT_LENGTH = 12;
    private static final BigDecimal GROWTH_COVERED = new BigDecimal("1.10");
    private static final BigDecimal NEW_SHARE_COVERED = new BigDecimal("0.01");

    /** Copies and sorts the findings; there must be at least one. */
    public GuardStop {
        findings = findings.stream()
                .sorted(Comparator.comparing(GuardFinding::identity))
                .toList();
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("Expected at least one finding, found none");
        }
    }

    /**
     * Returns twelve hexadecimal digits that identify the level, the input digest, the reasons and the subjects, and
     * also the day if the level is {@linkplain GuardLevel#isBoundToDay() bound to it}.
     */
    public String fingerprint() {
        String text = findings.stream().map(GuardFinding::identity).collect(Collectors.joining("\n"));
        String of = level.isBoundToDay() ? day.toString() : "";
        return Digests.sha256(level.code() + '\n' + of + '\n' + inputDigest + '\n' + text)
                .substring(0, FINGERPRINT_LENGTH);
    }

    /**
     * Returns whether the consent to another stop covers this one. It does if day, level and input digest are the same,
     * no amount grew by more than 10 %, and new findings add up to less than 1 % of the consented amount in each
     * currency. Findings that shrank or disappeared are covered. On a level that is not {@linkplain
     * GuardLevel#isBoundToDay() bound to the day}, the consent covers the same subjects and input digest on any day and
     * for any amount.
     */
    public boolean isCoveredBy(GuardStop consented) {
        if (level != consented.level || !inputDigest.equals(consented.inputDigest)) {
            return false;
        }
        if (!level.isBoundToDay()) {
            return consented.identities().containsAll(identities());
        }
        if (!day.equals(consented.day)) {
            return false;
        }
        // Between the stop and the repeated command, input may still arrive. Small growth is covered, so that a person
        // need not consent again for every late file.
        Map<String, BigDecimal> known = consented.findings.stream()
                .collect(Collectors.toMap(GuardFinding::identity, GuardFinding::amount, BigDecimal::add));
        Map<String, BigDecimal> total = new TreeMap<>();
        consented.findings.forEach(finding -> total.merge(finding.currency(), finding.amount(), BigDecimal::add));
        Map<String, BigDecimal> fresh = new TreeMap<>();
        for (GuardFinding finding : findings) {
            BigDecimal before = known.get(finding.identity());
            if (before == null) {
                fresh.merge(finding.currency(), finding.amount(), BigDecimal::add);
            } else if (finding.amount().compareTo(before.multiply(GROWTH_COVERED)) > 0) {
                return false;
            }
        }
        return fresh.entrySet().stream()
                .allMatch(entry -> entry.getValue()
                                .compareTo(total.getOrDefault(entry.getKey(), BigDecimal.ZERO)
                                        .multiply(NEW_SHARE_COVERED))
                        < 0);
    }

    private Set<String> identities() {
        return findings.stream().map(GuardFinding::identity).collect(Collectors.toSet());
    }
}
