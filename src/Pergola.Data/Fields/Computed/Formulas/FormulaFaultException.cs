namespace Pergola.Data.Fields.Computed.Formulas;

/// <summary>A formula has no result for these operands; the field becomes NULL.</summary>
internal sealed class FormulaFaultException(string message) : Exception(message);
