import Diagnostics
import Markdown

/// The arguments that a built-in shortcode takes, by name or by place.
struct ShortcodeSignature: Sendable {
  let parameters: [Parameter]
  /// Whether arguments without names are taken, in the order of the parameters.
  let takesPositional: Bool

  struct Parameter: Sendable {
    let name: String
    let isRequired: Bool
  }

  /// `"src!"` must be given, `"alt"` may be.
  init(_ names: String..., positional: Bool = false) {
    parameters = names.map { name in
      Parameter(name: String(name.prefix { $0 != "!" }), isRequired: name.hasSuffix("!"))
    }
    takesPositional = positional
  }

  /// Sorts the arguments of a use by their parameters.
  func arguments(of shortcode: Shortcode) throws(ShortcodeFinding) -> [String: String] {
    let name = shortcode.name
    var given: [String: String] = [:]
    for (index, value) in shortcode.positional.enumerated() {
      guard takesPositional, index < parameters.count else {
        throw .tooManyArguments(of: name, most: takesPositional ? parameters.count : 0, known: known)
      }
      given[parameters[index].name] = value
    }
    for (argument, value) in shortcode.named {
      guard known.contains(argument) else {
        throw .unknownArgument(argument, of: name, meant: nearest(to: argument, among: known), known: known)
      }
      given[argument] = value
    }
    for parameter in parameters where parameter.isRequired && given[parameter.name, default: ""].isEmpty {
      throw .missingArgument(parameter.name, of: name, isPositional: takesPositional)
    }
    return given
  }

  private var known: [String] { parameters.map(\.name) }
}
