package bcl.commands;

import bcl.generate.Recipe;
import java.nio.file.Path;

/** Synthetic data: no home is open, no database. */
public record GenerateRequest(Recipe recipe, Path out) implements Request {}
