/// What a run of code is, as the short class name that every Pygments and Chroma style sheet knows.
public enum Style: UInt8, Sendable, CaseIterable {
  case text
  case comment, commentHashbang, commentMultiline, commentPreprocessor, commentPreprocessorFile
  case commentSingle, commentSpecial
  case keyword, keywordConstant, keywordDeclaration, keywordNamespace, keywordPseudo, keywordReserved
  case keywordType
  case literal, literalDate
  case number, numberBinary, numberFloat, numberHex, numberInteger, numberLong, numberOctal
  case string, stringAffix, stringBacktick, stringChar, stringDelimiter, stringDoc, stringDouble
  case stringEscape, stringHeredoc, stringInterpolated, stringOther, stringRegex, stringSingle, stringSymbol
  case name, nameAttribute, nameBuiltin, nameBuiltinPseudo, nameClass, nameConstant, nameDecorator
  case nameEntity, nameException, nameFunction, nameFunctionMagic, nameLabel, nameNamespace, nameOther
  case nameProperty, nameTag, nameVariable, nameVariableClass, nameVariableGlobal, nameVariableInstance
  case nameVariableMagic
  case `operator`, operatorWord
  case punctuation, punctuationMarker
  case deleted, emphasis, error, heading, inserted, output, prompt, strong, subheading, traceback
}

extension Style {
  /// The class name, such as `kd`; plain text has none.
  public var className: StaticString {
    switch self {
    case .text: ""
    case .comment: "c"
    case .commentHashbang: "ch"
    case .commentMultiline: "cm"
    case .commentPreprocessor: "cp"
    case .commentPreprocessorFile: "cpf"
    case .commentSingle: "c1"
    case .commentSpecial: "cs"
    case .keyword: "k"
    case .keywordConstant: "kc"
    case .keywordDeclaration: "kd"
    case .keywordNamespace: "kn"
    case .keywordPseudo: "kp"
    case .keywordReserved: "kr"
    case .keywordType: "kt"
    case .literal: "l"
    case .literalDate: "ld"
    case .number: "m"
    case .numberBinary: "mb"
    case .numberFloat: "mf"
    case .numberHex: "mh"
    case .numberInteger: "mi"
    case .numberLong: "il"
    case .numberOctal: "mo"
    case .string: "s"
    case .stringAffix: "sa"
    case .stringBacktick: "sb"
    case .stringChar: "sc"
    case .stringDelimiter: "dl"
    case .stringDoc: "sd"
    case .stringDouble: "s2"
    case .stringEscape: "se"
    case .stringHeredoc: "sh"
    case .stringInterpolated: "si"
    case .stringOther: "sx"
    case .stringRegex: "sr"
    case .stringSingle: "s1"
    case .stringSymbol: "ss"
    case .name: "n"
    case .nameAttribute: "na"
    case .nameBuiltin: "nb"
    case .nameBuiltinPseudo: "bp"
    case .nameClass: "nc"
    case .nameConstant: "no"
    case .nameDecorator: "nd"
    case .nameEntity: "ni"
    case .nameException: "ne"
    case .nameFunction: "nf"
    case .nameFunctionMagic: "fm"
    case .nameLabel: "nl"
    case .nameNamespace: "nn"
    case .nameOther: "nx"
    case .nameProperty: "py"
    case .nameTag: "nt"
    case .nameVariable: "nv"
    case .nameVariableClass: "vc"
    case .nameVariableGlobal: "vg"
    case .nameVariableInstance: "vi"
    case .nameVariableMagic: "vm"
    case .operator: "o"
    case .operatorWord: "ow"
    case .punctuation: "p"
    case .punctuationMarker: "pm"
    case .deleted: "gd"
    case .emphasis: "ge"
    case .error: "err"
    case .heading: "gh"
    case .inserted: "gi"
    case .output: "go"
    case .prompt: "gp"
    case .strong: "gs"
    case .subheading: "gu"
    case .traceback: "gt"
    }
  }
}
