import Diagnostics
import Language

/// What is wrong with a template, and the way that led to it.
public struct TemplateFinding: Finding {
  /// The facts.
  public indirect enum Kind: Sendable {
    public enum Wanted: Sendable { case name, sign(String), integer, string, number, list, text }

    // Reading.
    case unclosed(String), unclosedComment, unclosedOutput, unclosedBlock, unclosedString, unclosedBracket(
      String)
    case unexpectedBracket(String), unexpectedCharacter(String), unexpected(String, wanted: Wanted?)
    case nestedTooDeep(Int), numberTooLarge, chainedTest, argumentOrder
    case tagWithoutName, unknownTag(String, inside: String?), missingEnd(String, ends: [String])
    case outsideLoop(String), notAssignable(String), callWithoutCall, parameterWithoutDefault(String)
    case blockTwice(String), otherBlockEnds(String, opened: String), requiredNotEmpty(String), privateImport(
      String)
    case extendsInside
    // Names.
    case unknownFilter(String, near: String?), unknownTest(String, near: String?)
    case undefinedName(String, near: String?, available: [String])
    case undefinedMember(String, of: String, near: String?, available: [String])
    case undefinedElement(String, of: String), undefinedParameter(String), noItem(String)
    case notExported(String, template: String), noCaller, emptyList
    case noMethod(String, of: String, near: String?, known: [String])
    // Calls.
    case tooManyArguments(Called, most: Int, got: Int), unknownArgument(Called, String, known: [String])
    case argumentTwice(Called, String), missingArgument(String, String)
    case wrongArgument(Called, String, wanted: Wanted, got: String), wrongSubject(Called, got: String)
    case notCallable(String), notAMapping(String), loopNotRecursive, macroWithoutCaller(String), macroOutlived
    case refused(HostRefusal)
    // Values.
    case notOrdered(String, String, String), badOperand(String, String), badOperands(String, String, String)
    case divisionByZero, notIterable(String), unpack(wanted: Int, got: Int), notAKey(String)
    case sliceBound(String), sliceStep, notANamespace(String), badFormat(String), badDate(String)
    case badDatePattern(String, DatePatternError, near: String?), noClock
    // Templates.
    case noTemplate([String], near: String?), notATemplateName(String), extendsTwice, requiredBlock(String)
    case superOutside, noParentBlock(String)
    // Limits.
    case tooDeep(Int), extendsTooDeep(Int), tooManyRounds(Int), outputTooLong(Int)
  }

  public let kind: Kind
  public let trail: [Stop]

  /// The name of the case, in words joined by dashes.
  public var code: String {
    let label = Mirror(reflecting: kind).children.first?.label ?? "\(kind)"
    let words = label.unicodeScalars.map { $0.properties.isUppercase ? "-\($0)".lowercased() : String($0) }
    return "template-" + words.joined()
  }

  public var severity: Severity { .error }
}
