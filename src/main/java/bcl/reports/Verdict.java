package bcl.reports;

import bcl.commands.Printable;
import bcl.commands.VerifyRequest;
import bcl.evidence.Seal;
import bcl.ledger.Erased;
import bcl.night.UkTime;
import bcl.reconciliation.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code verify} says in the end. */
record Verdict(boolean proved, List<String> lines) {
    Verdict {
        lines = List.copyOf(lines);
    }

    static Verdict of(Verified.Compared compared, VerifyRequest request) {
        List<String> lines = new ArrayList<>();
        boolean right = content(compared, request.part(), lines);
        boolean anchored = anchor(compared.seal(), compared.last(), lines);
        boolean held = request.digest() == null || given(compared.seal(), compared.given(), lines);
        return new Verdict(right && anchored && held, lines);
    }

    private static boolean content(Verified.Compared compared, boolean part, List<String> told) {
        Verified.Lines lines = compared.lines();
        String answer = compared.answer().name() + ", the answer to file "
                + compared.file().id() + " (" + Printable.of(compared.file().name()) + ") of "
                + UkTime.readable(compared.answer().createdAt());
        if (lines.identical()) {
            told.add("It is " + answer + ", byte for byte: " + lines.count() + " lines, SHA-256 "
                    + compared.answer().digest());
            return true;
        }
        Erased erased = compared.erased();
        if (erased != null) {
            told.add("It has other bytes than " + answer
                    + ". Which lines differ nobody can say any more: the content was " + erased.text()
                    + ". Only the whole answer can be proved");
            return false;
        }
        if (!lines.strange().isEmpty()) {
            told.add("Not in " + answer + ": "
                    + lines.strange().stream().map(number -> "line " + number).collect(Collectors.joining(", ")));
        } else if (part && lines.count() > 0) {
            told.add("Each of its " + lines.count() + " lines is a line of " + answer);
            return true;
        } else {
            told.add("Its lines are those of " + answer + ", but not as they were: " + lines.missing()
                    + " lines are missing, or their order or line ends are others. --lines proves some lines only");
        }
        return false;
    }

    private static boolean anchor(@Nullable Seal seal, @Nullable Seal last, List<String> told) {
        if (seal == null || last == null) {
            told.add("It was not sealed yet, so that no digest can prove it. The next night does it, or: digest");
            return false;
        }
        told.add("Its evidence was sealed on " + UkTime.readable(seal.sealedAt()) + " as seal " + seal.number()
                + " of the day " + seal.day() + ", digest " + seal.hex());
        told.add("The chain goes on to seal " + last.number() + " of the day " + last.day() + ", digest " + last.hex()
                + (last.number() == seal.number() ? " (the same)" : ""));
        return true;
    }

    private static boolean given(@Nullable Seal seal, @Nullable Seal given, List<String> told) {
        if (given == null) {
            told.add(
                    "No seal of this home has the digest that you gave: the evidence was changed since it was given away, or"
                            + " it is another home's");
            return false;
        }
        String which = "The digest that you gave is that of seal " + given.number() + " of the day " + given.day();
        if (seal == null || given.number() < seal.number()) {
            told.add(which + ", before this answer was sealed: take one of that day or later");
            return false;
        }
        told.add(which + ": it stands for this answer too");
        return true;
    }
}
