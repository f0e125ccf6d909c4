package bcl.operations;

/** What a command line asks for, checked as far as the line alone allows. Paths in it are absolute. */
sealed interface Request permits DrillRequest, GenerateRequest, HelpRequest, HomeRequest, ValidateRequest {}
