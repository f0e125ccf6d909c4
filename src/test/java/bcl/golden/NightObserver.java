package bcl.golden;

import java.io.IOException;

/** Looks at what lies in the home after each night, case by case. */
@FunctionalInterface
interface NightObserver {
    void after(Night night, PlayedCase played) throws IOException;
}
