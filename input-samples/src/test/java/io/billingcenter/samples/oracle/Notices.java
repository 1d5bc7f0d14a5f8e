package io.billingcenter.samples.oracle;

import io.billingcenter.samples.oracle.Ledger.Moment;
import io.billingcenter.samples.oracle.Reference.Account;
import io.billingcenter.samples.oracle.Reference.Binding;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells accounts and their workspaces of arrears, locks and cloud accounts that end (billing rules 5.6, 5.7). */
final class Notices {

    private final Reference reference;
    private final Rules rules;
    private final LocalDate day;
    private final List<List<String>> rows = new ArrayList<>();

    Notices(Reference reference, Rules rules, LocalDate day) {
        this.reference = reference;
        this.rules = rules;
        this.day = day;
    }

    /** The rows of an account on the day. */
    List<List<String>> of(Account account, Ledger ledger) {
        rows.clear();
        standing(account, ledger.moments);
        List<String> released = reference.bindings.stream()
                .filter(binding -> binding.account().equals(account.id()) && endsToday(binding))
                .map(Binding::workspace)
                .distinct()
                .toList();
        if (!released.isEmpty()) {
            tell(account, released, "vendor_released", "", "");
        }
        return List.copyOf(rows);
    }

    private boolean endsToday(Binding binding) {
        return Reference.isIn(day, binding.from(), binding.to())
                && reference.releases.stream()
                        .anyMatch(release -> release.settlement().equals(binding.settlement())
                                && release.vendorAccount().equals(binding.vendorAccount())
                                && (release.day().equals(day)
                                        || binding.from().equals(day)
                                                && !release.day().isAfter(day)));
    }

    /** Walks from day to day: the night before decides how a day begins, what comes in on it how it goes on. */
    private void standing(Account account, List<Moment> moments) {
        if (moments.isEmpty()) {
            return;
        }
        Standing standing = new Standing(rules.countdownDays());
        for (LocalDate at = moments.get(0).day(); !at.isAfter(day); at = at.plusDays(1)) {
            LocalDate today = at;
            List<Moment> events =
                    moments.stream().filter(any -> any.day().equals(today)).toList();
            Fraction opening = events.isEmpty() ? standing.owed : events.get(0).opening();
            String notice = standing.begin(today, opening, events.stream().anyMatch(Moment::unlock));
            if (today.equals(day) && !notice.isEmpty()) {
                String left = notice.equals("countdown") ? daysLeft(standing.owesSince.orElseThrow()) : "";
                tell(account, boundWorkspaces(account), notice, left, opening.money());
            }
            standing.end(
                    today,
                    events.isEmpty()
                            ? standing.owed
                            : events.get(events.size() - 1).closing());
        }
    }

    /** Countdown and lock of an account, followed from day to day. */
    private static final class Standing {

        private final int countdownDays;
        private boolean locked;
        private boolean curedByBill;
        private Optional<LocalDate> owesSince = Optional.empty();
        private Fraction owed = Fraction.ZERO;

        Standing(int countdownDays) {
            this.countdownDays = countdownDays;
        }

        /** Begins a day with what is owed before its bills; the result is the notice of the day, if there is one. */
        String begin(LocalDate today, Fraction opening, boolean unlock) {
            boolean paid = opening.sign() == 0;
            String notice = curedByBill ? "cured" : "";
            if (owesSince.isPresent() && today.isAfter(owesSince.get().plusDays(countdownDays))) {
                locked = true;
                owesSince = Optional.empty();
                notice = "lock";
            } else if (owesSince.isPresent()) {
                notice = paid ? "cured" : "countdown";
                owesSince = paid ? Optional.empty() : owesSince;
            }
            if (locked && unlock) {
                locked = !paid;
                notice = paid ? "unlock" : "unlock_refused";
            }
            return notice;
        }

        /** Ends a day with what is owed after its bills; a debt that a bill gives back is told the next day. */
        void end(LocalDate today, Fraction closing) {
            owed = closing;
            boolean paid = closing.sign() == 0;
            curedByBill = owesSince.isPresent() && paid;
            if (paid) {
                owesSince = Optional.empty();
            } else if (!locked && owesSince.isEmpty()) {
                owesSince = Optional.of(today);
            }
        }
    }

    private String daysLeft(LocalDate owesSince) {
        return Long.toString(rules.countdownDays() + 1 - ChronoUnit.DAYS.between(owesSince, day));
    }

    private List<String> boundWorkspaces(Account account) {
        return reference.bindings.stream()
                .filter(binding ->
                        binding.account().equals(account.id()) && Reference.isIn(day, binding.from(), binding.to()))
                .map(Binding::workspace)
                .toList();
    }

    private void tell(Account account, List<String> workspaces, String notice, String daysLeft, String owed) {
        Stream.concat(Stream.of(""), workspaces.stream())
                .forEach(workspace -> rows.add(
                        List.of(day.toString(), account.id(), workspace, notice, daysLeft, owed, account.currency())));
    }
}
