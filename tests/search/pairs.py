"""Forms that belong together, per language; at least forty pairs each. Facts about the languages, from no corpus."""

_TEXT = {
    "ro": """școală-școli pașaport-pașapoarte cetățean-cetățeni cetățean-cetățenilor muncă-munci permis-permise viză-vize
        contract-contractului diplomă-diplome asigurare-asigurări pensie-pensii salariu-salarii angajator-angajatorului
        consulat-consulatul lege-legi drept-drepturi întoarcere-întoarceri serviciu-servicii adeverință-adeverințe
        cerere-cereri copil-copii document-documente ședere-șederii spital-spitale medic-medici universitate-universități
        student-studenți program-programe afacere-afaceri credit-credite loc-locuri locuință-locuințe chirie-chirii
        apartament-apartamente transfer-transferuri bancă-bănci familie-familii soție-soției căsătorie-căsătorii
        naștere-nașterii certificat-certificate traducere-traduceri impozit-impozite taxă-taxe ambasadă-ambasade
        vamă-vămi mașină-mașini înmatriculare-înmatriculări om-oameni fată-fete brad-brazi""",
    "ru": """гражданин-граждане ребёнок-дети справка-справок виза-визы паспорт-паспорта договор-договора пенсия-пенсии
        работа-работы работник-работников закон-законы право-права школа-школы язык-языки страна-стран семья-семьи
        документ-документов банк-банки кредит-кредиты налог-налоги диплом-дипломов консульство-консульства
        посольство-посольства регион-регионы отец-отца человек-люди деньги-денег возвращение-возвращения
        переезд-переезда жильё-жилья квартира-квартиры аренда-аренды больница-больницы врач-врача зарплата-зарплаты
        родитель-родители студент-студенты университет-университеты поездка-поездок граница-границы таможня-таможни
        разрешение-разрешения гражданство-гражданства""",
    "nl": """huis-huizen brief-brieven kind-kinderen stad-steden vergunning-vergunningen verzekering-verzekeringen
        gemeente-gemeenten school-scholen taal-talen bedrijf-bedrijven werkgever-werkgevers diploma-diploma's
        belasting-belastingen paspoort-paspoorten bank-banken lening-leningen uitkering-uitkeringen arts-artsen
        reis-reizen baan-banen contract-contracten recht-rechten wet-wetten aanvraag-aanvragen visum-visa
        familie-families woning-woningen huur-huren ziekenhuis-ziekenhuizen pensioen-pensioenen salaris-salarissen
        kaart-kaarten ambassade-ambassades rekening-rekeningen student-studenten opleiding-opleidingen
        cursus-cursussen grens-grenzen kantoor-kantoren dienst-diensten boete-boetes""",
    "en": """child-children woman-women organisation-organizations labour-labor centre-centers permit-permits
        country-countries family-families wife-wives life-lives study-studies employer-employers programme-programs
        licence-license recognise-recognized travelling-traveling person-people city-cities man-men visa-visas
        paper-papers school-schools tax-taxes pension-pensions job-jobs contract-contracts insurance-insurances
        hospital-hospitals embassy-embassies passport-passports office-offices bank-banks loan-loans house-houses
        student-students university-universities language-languages border-borders cheque-checks analyse-analyzing
        move-moving""",
}  # fmt: skip
PAIRS = [(language, *pair.split("-")) for language, text in _TEXT.items() for pair in text.split()]
