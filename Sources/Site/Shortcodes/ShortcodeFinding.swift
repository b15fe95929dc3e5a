import Diagnostics
import Templates

/// What can be wrong with the use of a shortcode, as facts.
public enum ShortcodeFinding: Finding, Error, Hashable {
  case unknown(String, meant: String?)
  /// Known, but never built.
  case unsupported(String)
  case noInventory(String)
  case refused(HostRefusal)
  /// A mistake in a template, told at its own place, happened here.
  case failedHere(String)
  /// A shortcode in a text that a template renders.
  case insideTemplate(String)

  case missingArgument(String, of: String, isPositional: Bool)
  case unknownArgument(String, of: String, meant: String?, known: [String])
  case tooManyArguments(of: String, most: Int, known: [String])
  case badArgument(String, String, of: String)
  case notPixels(String, String)
  case missingParam(String, meant: String?)

  public var severity: Severity {
    switch self {
    case .notPixels: .warning
    case .failedHere: .note
    default: .error
    }
  }

  public var code: String {
    switch self {
    case .unknown: "shortcode-unknown"
    case .unsupported: "shortcode-unsupported"
    case .noInventory: "shortcode-no-inventory"
    case .refused: "shortcode-refused"
    case .failedHere: "shortcode-failed"
    case .insideTemplate: "shortcode-in-template"
    case .missingArgument: "shortcode-missing-argument"
    case .unknownArgument: "shortcode-unknown-argument"
    case .tooManyArguments: "shortcode-too-many-arguments"
    case .badArgument: "shortcode-bad-argument"
    case .notPixels: "shortcode-not-pixels"
    case .missingParam: "shortcode-missing-param"
    }
  }
}
