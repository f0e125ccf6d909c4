package bcl.testsupport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Generated files of several organisations over two nights, the same for the same seed: valid contacts and spoiled ones,
 * references and meter points that recur within a file and between files, follow-ups, test files, a second system, and files that
 * are rejected whole.
 */
public final class Traffic {
    private static final int PERCENT = 100;

    private final Random random;
    private final TrafficReference reference;
    private final List<Sent> first = new ArrayList<>();
    private final List<Sent> second = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();

    /**
     * How much.
     *
     * @param organisations at most 26
     * @param contacts in each file
     */
    public record Size(int organisations, int filesEach, int contacts) {}

    public Traffic(long seed, Size size) {
        random = new Random(seed);
        reference = new TrafficReference(random, size.organisations());
        for (TrafficReference.Organisation sender : reference.organisations()) {
            new Sender(sender).send(size);
        }
    }

    public void layReference(Path home) throws IOException {
        reference.lay(home);
    }

    public List<Sent> first() {
        return first;
    }

    public List<Sent> second() {
        return second;
    }

    /** Contacts of the first night that are closed as invalid before the second, as {@code AAA:REFERENCE}. */
    public List<String> closed() {
        return closed;
    }

    private boolean chance(int percent) {
        return random.nextInt(PERCENT) < percent;
    }

    /** What one organisation sends. */
    private final class Sender {
        private final TrafficReference.Organisation self;
        private final TrafficContact contacts;
        private final List<List<String>> earlier = new ArrayList<>();
        private final List<String> references = new ArrayList<>();
        private int made;

        Sender(TrafficReference.Organisation self) {
            this.self = self;
            this.contacts = new TrafficContact(random, self);
        }

        void send(Size size) {
            String system = self.shortCode() + "01";
            for (int number = 1; number <= size.filesEach(); number++) {
                first.add(sent(system, "PN", number, body(size.contacts(), List.of())));
            }
            first.add(sent(self.shortCode() + "02", "PN", 7, body(size.contacts() / 2, List.of())));
            first.add(sent(system, "TN", 1, body(size.contacts() / 2, List.of())));
            first.add(rejected());
            first.add(new Sent(self.shortCode(), "notes-%s.txt".formatted(self.shortCode()), "\"Z99\",0\r\n"));

            List<String> followed =
                    references.stream().filter(each -> chance(30)).toList();
            followed.forEach(each -> closed.add(self.shortCode() + ":" + each));
            int next = size.filesEach() + 1;
            second.add(sent(system, "PN", next, body(size.contacts(), followed)));
            second.add(sent(system, "PN", next + 3, body(size.contacts(), followed)));
            second.add(sent(system, "PN", 1, body(2, List.of())));
            second.add(sent(self.shortCode() + "02", "PN", 3, body(2, List.of())));
            second.add(sent(system, "TN", 2, body(size.contacts() / 2, followed)));
            second.add(first.get(first.size() - 3));
        }

        private Sent rejected() {
            Sent right = sent(self.shortCode() + "03", "PN", 1, body(2, List.of()));
            String text = right.text().replaceAll("\"Z99\",\\d+", "\"Z99\",99");
            return new Sent(right.organisation(), right.name(), text);
        }

        private Sent sent(String system, String environment, int number, List<String> body) {
            String end = number % 2 == 0 ? "\n" : "\r\n";
            String text = "\"A00\",%d,\"BCL\",20261120,\"183000\",%d".formatted(self.id(), number)
                    + end
                    + String.join("", body.stream().map(line -> line + end).toList())
                    + "\"Z99\",%d".formatted(body.size())
                    + end;
            return new Sent(self.shortCode(), "%s.%s%06d.BCL".formatted(system, environment, number), text);
        }

        private List<String> body(int count, List<String> followed) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                List<String> group = group(followed);
                if (chance(20)) {
                    contacts.spoil(group);
                }
                earlier.add(List.copyOf(group));
                lines.addAll(group);
            }
            return lines;
        }

        private List<String> group(List<String> followed) {
            if (!earlier.isEmpty() && chance(8)) {
                return new ArrayList<>(earlier.get(random.nextInt(earlier.size())));
            }
            boolean used = !references.isEmpty() && chance(5);
            String own = used ? references.get(random.nextInt(references.size())) : "R-" + ++made;
            String previous = "";
            String code = contacts.anyCode();
            if (!followed.isEmpty() && chance(30)) {
                String old = followed.get(random.nextInt(followed.size()));
                previous = "{crn:%s:%s}".formatted(self.shortCode(), old);
                code = codeOf(old);
            }
            references.add(own);
            return contacts.group(own, code, previous);
        }

        private String codeOf(String reference) {
            return earlier.stream()
                    .map(group -> group.get(0).split(",", -1))
                    .filter(fields -> fields.length > 2 && fields[1].equals('"' + reference + '"'))
                    .map(fields -> fields[2].replace("\"", ""))
                    .findFirst()
                    .orElse("ENQ");
        }
    }
}
