package bcl.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The options that name a service. */
final class ServiceOptions {
    private static final Set<String> OURS = Set.of("--service", "--token-file");

    private ServiceOptions() {}

    /** The command line without what names the service; that it can be read as one is known. */
    static List<String> stripped(List<String> arguments) {
        List<String> left = new ArrayList<>();
        boolean options = true;
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            options &= !word.equals("--");
            if (options && OURS.contains(word)) {
                i++; // its value
            } else if (!options || OURS.stream().noneMatch(option -> word.startsWith(option + "="))) {
                left.add(word);
            }
        }
        return left;
    }
}
