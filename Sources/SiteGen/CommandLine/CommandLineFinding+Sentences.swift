import Diagnostics
import Language

extension CommandLineFinding {
  func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .unknownCommand(let name, let nearest):
      Sentence(
        tongue.pick(en: "there is no command '\(name)'", es: "no existe la orden «\(name)»"),
        hint: Self.suggestion(nearest, in: tongue)
          ?? tongue.pick(en: "'sitegen help' lists the commands", es: "«sitegen help» enumera las órdenes")
      )
    case .unknownMember(let name, let family, let members, let nearest):
      Sentence(
        tongue.pick(
          en: "'\(family)' has no command '\(name)'", es: "«\(family)» no tiene la orden «\(name)»"),
        hint: Self.suggestion(nearest, in: tongue)
          ?? tongue.pick(en: "one of: ", es: "una de: ") + members.joined(separator: ", ")
      )
    case .unknownOption(let option, let command, let nearest):
      Sentence(
        tongue.pick(
          en: "'\(command)' has no option '\(option)'",
          es: "«\(command)» no tiene la opción «\(option)»"
        ),
        hint: Self.suggestion(nearest, in: tongue) ?? Self.help(command, in: tongue)
      )
    case .missingValue(let option, let label):
      Sentence(
        tongue.pick(en: "'\(option)' lacks its value", es: "a «\(option)» le falta su valor"),
        hint: tongue.pick(en: "write \(option) \(label)", es: "escribe \(option) \(label)")
      )
    case .unexpectedValue(let option, let value):
      Sentence(
        tongue.pick(
          en: "'\(option)' takes no value, but '\(value)' was given",
          es: "«\(option)» no lleva valor y se le ha dado «\(value)»"
        ),
        hint: tongue.pick(en: "write \(option) alone", es: "escribe solo \(option)")
      )
    case .notANumber(let option, let value, let allowed):
      Sentence(
        tongue.pick(
          en: "'\(option)' takes a whole number, not '\(value)'",
          es: "«\(option)» lleva un número entero, no «\(value)»"
        ),
        hint: tongue.pick(
          en: "from \(allowed.lowerBound) to \(allowed.upperBound)",
          es: "de \(allowed.lowerBound) a \(allowed.upperBound)"
        )
      )
    case .notAnInstant(let option, let value):
      Sentence(
        tongue.pick(
          en: "'\(option)' takes an instant, not '\(value)'",
          es: "«\(option)» lleva un instante, no «\(value)»"
        ),
        hint: option == "SOURCE_DATE_EPOCH"
          ? tongue.pick(en: "seconds since 1970", es: "segundos desde 1970")
          : tongue.pick(en: "such as 2026-02-10T08:00:00Z", es: "como 2026-02-10T08:00:00Z")
      )
    case .notAnAddress(let option, let value):
      Sentence(
        tongue.pick(
          en: "'\(option)' takes an address, not '\(value)'",
          es: "«\(option)» lleva una dirección, no «\(value)»"
        ),
        hint: tongue.pick(en: "such as https://ejemplo.dev/blog/", es: "como https://ejemplo.dev/blog/")
      )
    case .notAChoice(let what, let value, let choices, let nearest):
      Sentence(
        tongue.pick(
          en: "'\(what)' can't be '\(value)'",
          es: "«\(what)» no puede ser «\(value)»"
        ),
        hint: Self.suggestion(nearest, in: tongue)
          ?? tongue.pick(en: "one of: ", es: "una de: ") + choices.joined(separator: ", ")
      )
    case .missingArgument(let label, let command):
      Sentence(
        tongue.pick(en: "'\(command)' lacks \(label)", es: "a «\(command)» le falta \(label)"),
        hint: Self.help(command, in: tongue)
      )
    case .surplusArgument(let argument, let command):
      Sentence(
        tongue.pick(
          en: "'\(command)' can't do anything with '\(argument)'",
          es: "«\(command)» no sabe qué hacer con «\(argument)»"
        ),
        hint: Self.help(command, in: tongue)
      )
    case .optionsExclude(let one, let other):
      Sentence(
        tongue.pick(
          en: "'\(one)' and '\(other)' exclude each other", es: "«\(one)» y «\(other)» se excluyen"),
        hint: tongue.pick(en: "keep one of them", es: "deja una de las dos")
      )
    case .optionNeeds(let one, let other):
      Sentence(
        tongue.pick(en: "'\(one)' is of no use without '\(other)'", es: "«\(one)» no sirve sin «\(other)»"),
        hint: tongue.pick(en: "add \(other)", es: "añade \(other)")
      )
    }
  }

  private static func suggestion(_ nearest: String?, in tongue: Tongue) -> String? {
    nearest.map { tongue.pick(en: "did you mean '\($0)'?", es: "¿querías decir «\($0)»?") }
  }

  private static func help(_ command: String, in tongue: Tongue) -> String {
    let words = command == CommandLineParser.program ? "sitegen help" : "sitegen help \(command)"
    return tongue.pick(en: "see '\(words)'", es: "mira «\(words)»")
  }
}
