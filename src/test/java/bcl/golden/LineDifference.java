package bcl.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines that differ between two texts, short and with every odd byte visible: {@code -} what is due, {@code +} what was found. */
final class LineDifference {
    private static final int SHOWN = 16;

    private LineDifference() {}

    static List<String> between(List<String> due, List<String> found) {
        int[][] common = lengthsOfCommon(due, found);
        List<String> rows = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < due.size() || j < found.size()) {
            if (i < due.size() && j < found.size() && due.get(i).equals(found.get(j))) {
                i++;
                j++;
            } else if (j == found.size() || (i < due.size() && common[i + 1][j] >= common[i][j + 1])) {
                rows.add("- %3d %s".formatted(i + 1, visible(due.get(i++))));
            } else {
                rows.add("+ %3d %s".formatted(j + 1, visible(found.get(j++))));
            }
        }
        return rows.size() <= SHOWN ? rows : shortened(rows);
    }

    /** For each pair of rests the number of lines that they have in common, in order. */
    private static int[][] lengthsOfCommon(List<String> due, List<String> found) {
        int[][] common = new int[due.size() + 1][found.size() + 1];
        for (int i = due.size() - 1; i >= 0; i--) {
            for (int j = found.size() - 1; j >= 0; j--) {
                common[i][j] = due.get(i).equals(found.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<String> shortened(List<String> rows) {
        List<String> shown = new ArrayList<>(rows.subList(0, SHOWN));
        shown.add("... %d more lines".formatted(rows.size() - SHOWN));
        return shown;
    }

    private static String visible(String line) {
        StringBuilder shown = new StringBuilder();
        boolean ended = line.endsWith("\r");
        for (char c : (ended ? line.substring(0, line.length() - 1) : line).toCharArray()) {
            shown.append(c >= ' ' && c <= '~' ? String.valueOf(c) : String.format(Locale.ROOT, "\\x%02x", (int) c));
        }
        return shown.append(ended ? "" : "<no CR>").toString();
    }
}
