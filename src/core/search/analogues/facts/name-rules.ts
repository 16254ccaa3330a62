import type { DrugClass } from './classes';

/** Where a convention of naming comes from. */
export const NAMING_SOURCES = {
  inn: 'WHO, The use of stems in the selection of International Nonproprietary Names, WHO/EMP/RHT/TSN/2018.1',
  cannabinoids: 'B. Pulver et al., EMCDDA framework for naming synthetic cannabinoids, Drug Test. Anal. 15 (2023) 255',
  cannabinoidCodes: 'UNODC, Identification and Analysis of Synthetic Cannabinoid Receptor Agonists, ST/NAR/48/Rev.1 (2020)',
  cathinones: 'UNODC, Identification and Analysis of Synthetic Cathinones, ST/NAR/49/Rev.1 (2020)',
  fentanyls: 'UNODC, Identification and Analysis of Fentanyl and its Analogues, ST/NAR/53 (2017)',
  piperazines: 'UNODC, Identification and Analysis of Piperazines, ST/NAR/47 (2013)',
  cannabis: 'UNODC, Identification and Analysis of Cannabis, ST/NAR/40 (2009)',
  terminology: 'UNODC, Terminology and Information on Drugs, 3rd ed. (2016)',
  pihkal: 'A. Shulgin, A. Shulgin, PiHKAL (1991)',
  tihkal: 'A. Shulgin, A. Shulgin, TiHKAL (1997)',
} as const;

/** A class holds a name that has one of `any` and none of `none`. Names are lower case, Greek letters spelt out (`nameForRules`). */
export interface NameRule {
  readonly drugClass: DrugClass;
  readonly any: readonly RegExp[];
  readonly none?: readonly RegExp[];
  readonly sources: readonly (keyof typeof NAMING_SOURCES)[];
}

/**
 * Stems, codes and generic names by class, the first that fits decides: a fentanyl with an amphetamine in its name is a fentanyl. Meant for
 * entries without a structure; drawn so that a name that only contains a stem by chance fits nothing.
 */
export const NAME_RULES: readonly NameRule[] = [
  { drugClass: 'fentanyl', any: [/fentan[iy]l/, /\b4-?an[pb]p\b/], sources: ['inn', 'fentanyls'] },
  { drugClass: 'nitazene', any: [/nitaz(ene|ep[iy])/, /\b(et|met)azene\b/], sources: ['inn', 'terminology'] },
  {
    drugClass: 'synthetic-cannabinoid',
    any: [
      // Linked group, tail, core, linker: -FUBINACA, -CHMICA, -P7AICA, -PeGACLONE.
      /(inaca|7-?aica|gaclone|uppyca)\b/,
      /(p|b|fub|chm|chx|cbm|thp|thpm|phet|bz)ica\b/,
      /\b([2-5]-?f|fluoro|chloro)-?(adb|amb|aeb)\b/,
      // Codes of those who made them first.
      /\bjwh[- ]?\d{3}\b/,
      /\bm?am[- ]?(1\d{3}|2\d{3}|6\d{2})\b/,
      /\bhu-?(210|211|243|308|320)\b/,
      /\b(rcs-?[48]|ur-?144|xlr-?1[12]|akb-?(48|57)|sts-?135|sdb-?00\d|mn-?(18|24|25)|ab-00[1-9]|px[- ]?[1-3])\b/,
      /\b(thj-?\d{2,4}|cbl-?018|(n|m|nm|f|cl|cbl|fdu|fub|thj)-?2201|fub-?144)\b/,
      /\b[a-z]*([pb]b-?22|nnei)\b/,
      /\b(quchic|qupic|mepirapim|apinaca)\b/,
      /\bcp[- ]?(47[, ]?497|55[, ]?(244|940))\b/,
      /\bwin[- ]?55[, ]?212/,
      /\ba-?(796[, ]?260|834[, ]?735)\b/,
      /naphthoyl-?indol/,
      /1h-ind(ole|azole)-3-carboxamide/,
      /1h-indol-3-yl\)?\]?[^;]*methanone/,
    ],
    sources: ['cannabinoids', 'cannabinoidCodes'],
  },
  {
    drugClass: 'phytocannabinoid',
    any: [/cannab(in|id|ig|iv|icycl|ichrom|iels|itri)/, /\b(thc|cbd|cbg|cbc|hhc)(a|v)?\b/, /\bthc[ph]\b/, /\bcbn\b/, /dronabinol/],
    none: [/cannabinoid/],
    sources: ['cannabis', 'inn'],
  },
  {
    drugClass: 'cathinone',
    any: [
      /cathinone/,
      /[a-z]edrone\b/,
      /(meth|eth|prop|but|pent|hex|hept|eut|tert|eph|put|benz)ylone\b/,
      /pyrovalerone|naphyrone/,
      // α-PVP, MDPHP, 4-fluoro-α-PHP, MDPV, PV8: aryl, pyrrolidine and the chain.
      /\b(md|me|mo|m|pm|th)?-?p(v|p|b|h|ih|hi)p\b/,
      /\bp?mpbp\b|\bmdpv\b|\bpv-?[89]\b|\balpha-pvt\b|\bbmdp\b/,
      /pyrrolidino[a-z]*phenone/,
      /alpha-[a-z,-]*amino(propio|butyro|valero|pentio|hexano|heptano)phenone/,
      /(amino|pyrrolidin-1-yl)\)?-1-[^;]*phenyl[^;]*(prop|but|pent|hex|hept)an-1-one/,
      /\bbupropion\b|\bamfepramone\b|\bdiethylpropion\b/,
    ],
    // Without the ketone, or with ketone and amine exchanged, it is none although the stem says so.
    none: [/des?oxy/, /dihydro/, /iso-?((fluoro|chloro|bromo)?m?ethcathinone|cathinone|mephedrone|pentedrone)/],
    sources: ['cathinones', 'terminology', 'inn'],
  },
  {
    drugClass: 'piperazine',
    any: [/(benz|phen)yl\)?\]?-?piperazine/, /\b[a-z]{0,3}bzp\b/, /\btfmpp\b/, /\b[mop]-?(c|f|meo)pp\b/],
    sources: ['piperazines'],
  },
  {
    drugClass: 'tryptamine',
    any: [
      /tryptamine/,
      /\b(dmt|dipt|mipt|eipt|dalt|tmt|ept)\b/,
      /\b[45]-(ho|aco|pro|meo|methoxy|hydroxy|acetoxy|f|me|cl|br)-(n,n-|n-|alpha-)?(det|dpt|met|mpt|malt|dibf|dibt|amt)\b/,
      /psilo(cin|cybin)|bufotenin|\bmelatonin\b/,
      // Ergolines hold the tryptamine skeleton.
      /lysergi[cd]|\blsd\b|\blsz\b|\b(al|eth|pro|bu|pargy)-lad\b|\bald-52\b|ergonovine|ergometrine|\bergine\b/,
    ],
    sources: ['tihkal', 'terminology', 'inn'],
  },
  {
    drugClass: 'benzodiazepine',
    any: [/azepam|[aei]zolam\b|nifoxipam|tofisopam|clobazam/, /benzodiazepin/, /chlordiazepoxide|clorazepate|demoxepam/],
    sources: ['inn', 'terminology'],
  },
  {
    drugClass: 'barbiturate',
    any: [/barbit(al|one|ur)/, /thiopental|thiamylal|methohexital|butalbital|talbutal|butethal/],
    none: [/^(thio)?barbituric acid$/],
    sources: ['inn', 'terminology'],
  },
  {
    drugClass: 'steroid',
    any: [
      /sterone|testost|sterol(one)?\b|methasteron/,
      /andros|andren|androl|andriol|andienone/,
      /stan(ol|oz)|danazol/,
      /bol(denone|one|erone|asterone|andiol|andione|dione)|(ste|za)bol\b/,
      /(^|[^a-z]|nor|ethyl|[iy]nyl)estr(an|en|adi|iol|one|-\d)/,
      /mestranol|norethindrone|gestrel|gestrinone|pregn[ae]n|cortis|predniso|cholest|stigmast/,
    ],
    sources: ['inn'],
  },
  {
    drugClass: 'tropane',
    any: [/cocaine|cocaethylene|ecgonin/, /(^|[^a-z]|a|homa|benza?|pseudo|nor)tropine\b/, /hyoscyamine|scopolamine|hyoscine/],
    sources: ['inn', 'terminology'],
  },
  {
    drugClass: 'dissociative',
    any: [
      /ketamine/,
      /phencyclidine|tenocyclidine|rolicyclidine|eticyclidine/,
      /\bpc(p|py)\b|-pc(e|pr)\b/,
      /methoxetamine|methoxpropamine|\b(mxe|mxpr|dmxe|fxe|hxe|dck|[2-4]-?fdck)\b/,
      /(^|[^a-z]|meth|methox|fluoro)(eph|di?ph|ph)enidine/,
    ],
    none: [/pentachloro/],
    sources: ['terminology', 'inn'],
  },
  {
    drugClass: 'opioid',
    any: [
      /heroin|morphin(e|an)|codeine|codone\b|morphone|morphinone|oripavine|thebaine/,
      /nalbuph|nalorph|naloxo|naltrex|nalmef|(bupren|et|br|nal)orphine|[a-z]orphan(ol)?\b/,
      /methadone\b|methadol\b|pethidine|meperidine|anileridine|prodine\b/,
      /tramadol|tapentadol|propoxyphene|dextromoramide|pentazocine/,
      /\bu-?(4[789]|5[01]|69)\d{3}\b|\bah-?7921\b|\bmt-?45\b|\bap-?23[78]\b|bucinnazine/,
    ],
    none: [/apomorph/],
    sources: ['inn', 'terminology'],
  },
  {
    drugClass: 'phenethylamine',
    any: [
      /am(ph|f)etamin/,
      /phen(yl)?ethylamin/,
      /\b2c-[a-z]|\b2c[bcdeipt]\b/,
      /\b(25|30)[a-z]{1,2}\d?-?n(b|\()|nbome/,
      /scaline\b|\baleph\b|\bhordenine\b/,
      /\bdo(b|c|i|m|et|pr|bu|am|ef|tfm)\b/,
      /\b(mda|mdma|mdea|mde|mdpr|mdoh|mbdb|bdb|mmda(-\d)?|tma-\d|\d-dma|dmma|pma|pmma|pmea)\b/,
      /\b[234]-(fa|fma|fea|cma|cea|bma|ma|mma|ema)\b/,
      /\b[2-7]-[me]?ap(b|db)\b/,
      /phentermine|fenfluramine|ben[sz](ph|f)etamine|selegiline|fenproporex|clobenzorex/,
    ],
    none: [/indol/, /piperid/, /thieno/],
    sources: ['inn', 'pihkal', 'terminology'],
  },
];
